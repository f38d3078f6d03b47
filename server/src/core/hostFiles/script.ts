/** Shell scripts that people keep beside: they give addresses, set the kernel and fill the packet filter. */
import type { HostFileFacts } from "./facts.ts";
import { readIptablesCommands } from "./firewall/iptables.ts";
import { readAddressCommand } from "./network/commands.ts";
import { readSettingCommand } from "./settings.ts";
import { shellCommands } from "./shell/commands.ts";

export function readScript(text: string): HostFileFacts {
  const commands = shellCommands(text);
  return [
    ...commands.flatMap((command) => [...readAddressCommand(command), ...readSettingCommand(command)]),
    ...readIptablesCommands(commands),
  ];
}
