/** What the command line accepts. */
import { parseArgs } from "node:util";

export const usage = `ha-config: checks the files of highly available services, without the daemons: keepalived.conf, haproxy.cfg,
IPVS rules (ipvsadm -S), sysctl files, kube-proxy's configuration; those of several hosts together

  ha-config check [PATH…]            check files and folders (the current folder where none is given);
                                     - reads one file from standard input
      --format text|json|sarif|github
      --keepalived-version V         judge by that version, such as 2.2.7 (default 2.4)
      --haproxy-version V            judge by that version, such as 2.8 (default 3.4)
      --sysctl-conf-version V        judge by that kernel version, such as 5.15 (default 6.12)
      --kube-proxy-version V         judge by that version, such as 1.32 (default 1.35)
      --upgrade-to [LANGUAGE=]V      show only what breaks or changes with the newer version V, with the lines
                                     that say the same to it; may be repeated, with the language's id
  -f, --file F                       files and folders that one HAProxy reads together, in the order of
                                     its own -f options; may be repeated
      --rule ID=SEVERITY             off, hint, information, warning or error; may be repeated
      --language ID                  the language of files whose name and text do not tell
      --fix                          apply the fixes that are safe
      --stdin-filename F             read standard input and call it F
      --locale en|zh-cn              language of the messages (default: from LANG)
  ha-config hosts [PATH…]            the hosts and clusters that the files tell of, and why; knows
      --format text|json             --locale, too
  ha-config simulate [PATH…]         who holds which virtual address when, and why, when things happen to hosts
      --event 'TIME KIND HOST [ARG]' may be repeated. TIME like 1500ms or 2s, from the start. KIND: power-off, power-on,
                                     crash, stop, start, freeze, thaw, link-down IF, link-up IF, detach IF,
                                     attach IF, script-fail NAME, script-ok NAME, drop-vrrp in|out, allow-vrrp,
                                     reload FILE. HOST: a name that "ha-config hosts" shows
      --start HOST=TIME              the daemon of that host starts late; may be repeated
      --address HOST=IP[@IF]         an address that no file tells; may be repeated
      --until TIME                   when it ends (default: when nothing changes any more)
      --all                          instead of events of your own, those that everybody asks about: each host, link
                                     and check lost, maintenance, a network cut in two
      --format text|json             knows --locale, too
  ha-config topology [PATH…]         the ways from clients to servers: addresses and who holds them, hosts, what
                                     they run, services and servers; knows --locale, too
      --format text|json|mermaid|dot|svg
      --theme light|dark             the colours of svg (default: light)
  ha-config create WHAT [PATH…]      print what belongs to the files and is not there yet: backup (the second node's
                                     keepalived.conf), sysctl (kernel settings that are needed), firewall
                                     (lines that let VRRP in); knows --locale, too
      --write                        write it; never over a file that is there
  ha-config explain RULE-OR-KEYWORD  what a rule or a keyword means; knows --locale, too
  ha-config language-server --stdio  serve an editor
  ha-config --help, --version

Exit status: 0 no error found, 1 at least one error, 2 could not run.
`;

/** The user called us in a way that we do not understand. */
export class UsageError extends Error {}

/** Reads options as Node does, but says what is wrong with them in one sentence. */
export const parse: typeof parseArgs = (config) => {
  try {
    return parseArgs(config);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(message.replace(/\.(?:\s.*)?$/s, ""));
  }
};
