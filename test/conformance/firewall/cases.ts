/** Small rulesets, in each form that hosts keep them in, each with a turn that a reader may get wrong. */

export interface FirewallCase {
  readonly name: string;
  readonly form: "nft" | "save" | "save6" | "script";
  readonly text: string;
  /** The file does not tell what becomes of some adverts; elsewhere each verdict must be certain. */
  readonly isOpen?: true;
}

/** A table with the usual input chain that drops what no rule accepts. */
function input(rules: string, also = ""): string {
  return `flush ruleset\ntable inet filter {\n${also}\nchain input {\ntype filter hook input priority 0; policy drop;\n${rules}\n}\n}\n`;
}

const nft = (name: string, text: string): FirewallCase => ({ name, form: "nft", text });
const save = (name: string, text: string): FirewallCase => ({ name, form: "save", text: `*filter\n${text}\nCOMMIT\n` });
const script = (name: string, text: string): FirewallCase => ({ name, form: "script", text: `#!/bin/sh\n${text}\n` });
const open = (one: FirewallCase): FirewallCase => ({ ...one, isOpen: true });

const dropping = ":INPUT DROP [0:0]\n:FORWARD DROP [0:0]\n:OUTPUT ACCEPT [0:0]";

export const cases: readonly FirewallCase[] = [
  nft("nothing but the flush", "flush ruleset\ntable inet filter {\nchain input {\n}\n}\n"),
  nft("a policy that drops", input("")),
  nft("the protocol of IPv4 by name", input("ip protocol vrrp accept")),
  nft("the protocol by number, of any family", input("meta l4proto 112 accept")),
  nft("the protocol within a set", input("meta l4proto { icmp, vrrp, ah } counter accept")),
  nft("the next header of IPv6", input("ip6 nexthdr vrrp accept")),
  nft("not the protocol", input("meta l4proto != { tcp, udp } accept")),
  nft("only the group", input("ip daddr 224.0.0.18 accept\nip6 daddr ff02::12 accept")),
  nft("a network of groups", input("ip daddr 224.0.0.0/8 accept\nip6 daddr ff00::/8 accept")),
  nft("not from one neighbour", input("ip saddr != 10.0.1.2 ip protocol { 51, 112 } accept")),
  nft("a span of sources", input("ip saddr 10.0.0.1-10.0.0.9 accept\nip6 saddr fe80::2-fe80::9 accept")),
  nft("one interface by name", input('iifname "eth0" accept')),
  nft("interfaces that begin alike", input('iifname "eth*" meta l4proto vrrp accept')),
  nft("not one interface", input("iif != lo meta l4proto vrrp accept")),
  nft("the loopback only", input("iif lo accept")),
  nft("connections that are there", input("ct state established,related accept\nct state invalid drop")),
  nft("connections that begin", input("ct state new accept")),
  nft(
    "states in a map",
    input(
      "ct state vmap { established : accept, related : accept, new : jump fresh }",
      "chain fresh {\nip protocol vrrp accept\n}",
    ),
  ),
  nft(
    "interfaces in a map",
    input("iifname vmap { lo : accept, eth0 : jump lan, eth1 : drop }", "chain lan {\nmeta l4proto vrrp accept\n}"),
  ),
  nft("a drop before the accept", input("ip saddr 10.0.1.0/24 drop\nmeta l4proto vrrp accept")),
  nft(
    "a return goes back",
    input("jump check\nmeta l4proto vrrp accept", "chain check {\niifname eth1 return\nip daddr 224.0.0.18 drop\n}"),
  ),
  nft(
    "a goto does not come back",
    input("iifname eth0 goto check\nmeta l4proto vrrp accept", "chain check {\nip saddr 10.9.9.9 accept\n}"),
  ),
  nft(
    "two chains at one hook",
    `${input("meta l4proto vrrp accept")}table ip late {\nchain in {\ntype filter hook input priority 10; policy accept;\nip daddr 224.0.0.18 drop\n}\n}\n`,
  ),
  nft(
    "a chain before routing",
    `${input("accept")}table inet raw {\nchain pre {\ntype filter hook prerouting priority raw; policy accept;\niifname eth1 meta l4proto 112 drop\n}\n}\n`,
  ),
  nft(
    "what goes out",
    "table inet filter {\nchain output {\ntype filter hook output priority filter; policy drop;\noifname eth0 ip protocol vrrp accept\n}\n}\n",
  ),
  nft(
    "what goes out by the other interface",
    "table inet filter {\nchain post {\ntype filter hook postrouting priority srcnat - 5; policy accept;\noif eth1 drop\n}\n}\n",
  ),
  nft(
    "variables",
    `define LAN = { eth0, eth1 }\ndefine PEERS = { 10.0.0.2, 10.0.1.2 }\n${input("iifname $LAN ip saddr $PEERS meta l4proto vrrp accept").replace("flush ruleset\n", "")}`,
  ),
  nft(
    "a named set",
    input("ip saddr @peers accept", "set peers {\ntype ipv4_addr\nelements = { 10.0.0.2, 10.9.9.9 }\n}"),
  ),
  nft(
    "a named set of networks",
    input(
      "ip saddr @peers accept",
      "set peers {\ntype ipv4_addr; flags interval;\nelements = { 10.0.0.0/24,\n 10.9.0.0/16 }\n}",
    ),
  ),
  nft(
    "ports have no adverts",
    input("tcp dport { 22, 80 } accept\nudp sport 53 accept\nicmp type echo-request accept"),
  ),
  nft("kinds of destinations", input("fib daddr type multicast accept")),
  nft("local destinations", input("fib daddr type { local, broadcast } accept")),
  nft("frames to a group", input("meta pkttype multicast accept")),
  nft("families", input("meta nfproto ipv6 accept\nip protocol ah accept")),
  nft(
    "commands",
    "add table ip t\nadd chain ip t in { type filter hook input priority 0; policy drop; }\nadd rule ip t in ip protocol tcp accept\nadd rule ip t in ip protocol 112 accept\ninsert rule ip t in iifname eth1 drop\n",
  ),
  nft(
    "one table twice",
    `${input("meta l4proto ah accept")}table inet filter {\nchain input {\nmeta l4proto vrrp accept\n}\n}\n`,
  ),
  nft(
    "a dormant table",
    "table inet filter {\nflags dormant\nchain input {\ntype filter hook input priority 0; policy drop;\n}\n}\n",
  ),
  nft(
    "log, count, and then drop",
    `${input('meta l4proto vrrp log prefix "vrrp: " level info counter packets 0 bytes 0 drop comment "no"\naccept')}`,
  ),
  nft("a reject", input("meta l4proto vrrp reject with icmpx type admin-prohibited\naccept")),
  nft(
    "the device where frames come in",
    "table netdev early {\nchain in {\ntype filter hook ingress device eth0 priority 0; policy accept;\nip protocol vrrp drop\n}\n}\n",
  ),
  open(nft("a rate", input("meta l4proto vrrp limit rate 100/second accept"))),
  open(nft("a mark", input("meta mark 0 meta l4proto vrrp accept"))),
  open(
    nft(
      "a set that changes",
      input("ip saddr @seen accept", "set seen {\ntype ipv4_addr; flags dynamic,timeout; timeout 1m;\n}"),
    ),
  ),
  open(nft("values joined", input("iifname . ip saddr { eth0 . 10.0.0.2 } accept"))),
  save("policies", dropping),
  save("the protocol", `${dropping}\n-A INPUT -p vrrp -j ACCEPT`),
  save("the protocol by number and group", `${dropping}\n-A INPUT -d 224.0.0.18/32 -p 112 -j ACCEPT`),
  save("all but one interface", `${dropping}\n-A INPUT ! -i eth0 -p vrrp -j ACCEPT`),
  save("interfaces that begin alike", `${dropping}\n-A INPUT -i eth+ -p 51 -j ACCEPT`),
  save(
    "a reject at the end",
    ":INPUT ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n-A INPUT -m state --state RELATED,ESTABLISHED -j ACCEPT\n-A INPUT -p icmp -j ACCEPT\n-A INPUT -i lo -j ACCEPT\n-A INPUT -p tcp -m state --state NEW -m tcp --dport 22 -j ACCEPT\n-A INPUT -j REJECT --reject-with icmp-host-prohibited",
  ),
  save(
    "chains of one's own",
    `${dropping}\n:VRRP - [0:0]\n-A INPUT -p vrrp -m comment --comment "the cluster" -j VRRP\n-A VRRP -s 10.0.0.0/24 -j ACCEPT\n-A VRRP -j RETURN\n-A INPUT -s 10.0.1.2 -j ACCEPT`,
  ),
  save("a goto", `${dropping}\n:X - [0:0]\n-A INPUT -i eth0 -g X\n-A INPUT -j ACCEPT\n-A X -d 10.0.0.0/8 -j ACCEPT`),
  save(
    "kinds of addresses",
    `${dropping}\n-A INPUT -m addrtype --dst-type MULTICAST -j ACCEPT\n-A INPUT -i eth1 -m addrtype --dst-type LOCAL -j ACCEPT`,
  ),
  save("kinds of frames", `${dropping}\n-A INPUT -m pkttype --pkt-type multicast -j ACCEPT`),
  save("spans", `${dropping}\n-A INPUT -m iprange --src-range 10.0.0.1-10.0.0.200 -j ACCEPT`),
  save("what goes out", ":INPUT ACCEPT [0:0]\n:OUTPUT DROP [0:0]\n-A OUTPUT -o eth0 -p vrrp -j ACCEPT"),
  {
    name: "another table",
    form: "save",
    text: `*raw\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -s 10.0.1.2/32 -j DROP\nCOMMIT\n*filter\n${dropping}\n-A INPUT -p vrrp -j ACCEPT\nCOMMIT\n`,
  },
  {
    name: "IPv6",
    form: "save6",
    text: `*filter\n${dropping}\n-A INPUT -d ff02::12/128 -p vrrp -j ACCEPT\n-A INPUT -i eth1 -s fe80::/10 -j ACCEPT\nCOMMIT\n`,
  },
  script(
    "flush, policy, accept",
    "iptables -F\niptables -P INPUT DROP\niptables -P OUTPUT ACCEPT\niptables -A INPUT -i lo -j ACCEPT\niptables -A INPUT -p vrrp -j ACCEPT",
  ),
  script(
    "insert before",
    "IPT=iptables\n$IPT -P INPUT ACCEPT\n$IPT -P OUTPUT ACCEPT\n$IPT -A INPUT -p 112 -j DROP\n$IPT -I INPUT -d 224.0.0.18 -j ACCEPT",
  ),
  script(
    "a variable",
    'PEER="10.0.0.2"\niptables -P INPUT DROP; iptables -P OUTPUT DROP\niptables -A INPUT -s $PEER -p vrrp -j ACCEPT\niptables -A OUTPUT -d 224.0.0.18 -j ACCEPT',
  ),
  open(script("policies that are not set", "iptables -A INPUT -i eth0 -p vrrp -j DROP")),
  open(
    script(
      "a condition",
      "iptables -P INPUT ACCEPT\niptables -P OUTPUT ACCEPT\nif true; then iptables -A INPUT -p vrrp -j DROP; fi",
    ),
  ),
];
