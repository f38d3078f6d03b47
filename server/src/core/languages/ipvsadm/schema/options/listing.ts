/** Options of the commands that only print (ipvsadm(8), PARAMETERS). */
import { type Text, text } from "../../../../text/localized.ts";
import { type Group, ignore, type Option, option } from "../option.ts";

function flag(names: string, sets: Group | undefined, doc: Text, ok: string, bad: readonly string[]): Option {
  return option(names, sets, { doc, ok: [ok], bad, read: ignore });
}

const withService = (name: string) => [`-A -t 192.0.2.2:80 ${name}`];

export const listingOptions: readonly Option[] = [
  flag(
    "-n --numeric",
    "numeric",
    text("Prints addresses and ports as numbers, without looking names up.", "以数字输出地址和端口，不反查名称。"),
    "-L -n",
    withService("-n"),
  ),
  flag("-c --connection", "connection", text("Lists connections.", "列出连接。"), "-L -c", withService("-c")),
  flag(
    "--timeout",
    "timeout",
    text("Prints the timeouts.", "输出超时时间。"),
    "-L --timeout",
    withService("--timeout"),
  ),
  flag("--daemon", "daemon", text("Prints the daemons.", "输出同步守护进程。"), "-L --daemon", withService("--daemon")),
  flag("--stats", "stats", text("Prints counters.", "输出计数。"), "-L --stats", withService("--stats")),
  flag("--rate", "rate", text("Prints rates.", "输出速率。"), "-L --rate", withService("--rate")),
  flag(
    "--thresholds",
    "thresholds",
    text("Prints the thresholds of servers.", "输出服务器的连接数阈值。"),
    "-L --thresholds",
    withService("--thresholds"),
  ),
  flag(
    "--persistent-conn",
    "persistent-conn",
    text("Prints persistent connections.", "输出持久连接。"),
    "-L --persistent-conn",
    withService("--persistent-conn"),
  ),
  flag(
    "--tun-info",
    "tun-info",
    text("Prints how servers are tunneled to.", "输出到服务器的隧道方式。"),
    "-L --tun-info",
    withService("--tun-info"),
  ),
  flag(
    "--nosort",
    "nosort",
    text("Does not sort what it prints.", "输出时不排序。"),
    "-L --nosort",
    withService("--nosort"),
  ),
  flag("-X --exact", "exact", text("Prints all digits of numbers.", "输出完整的数字。"), "-L -X", withService("-X")),
  option("--sort", undefined, {
    doc: text("Does nothing: sorting is the default.", "不起作用：默认就会排序。"),
    ok: ["-L --sort", "-A -t 192.0.2.2:80 --sort"],
    bad: ["--sort -L"],
    read: ignore,
  }),
];
