/** Adverts that do not count, and why: each mismatch makes two masters, or is none. */
import { holds } from "../../../kit/story.ts";

const both = "= 192.0.2.10: nobody, 3.414 lb1, 3.609 lb1+lb2";
const one = "= 192.0.2.10: nobody, 3.414 lb1";
const secret = (words: string) => `authentication { | auth_type PASS | auth_pass ${words} | }`;
const unicast = (own: string, peer: string) => `unicast_src_ip ${own}; unicast_peer { | ${peer} | }`;

describe("simulated adverts", () => {
  it("count where nothing is wrong, by unicast as well", () =>
    holds(`lb1: priority 150; ${unicast("192.0.2.1", "192.0.2.2")}
      lb2: priority 100; ${unicast("192.0.2.2", "192.0.2.1")}
      10s power-off lb1
      = 192.0.2.10: nobody, 3.414 lb1, 10 nobody, 13.024 lb2`));

  it("do not arrive with another VRID", () =>
    holds(`lb1: priority 150; virtual_router_id 51
      lb2: priority 100; virtual_router_id 52
      ${both}
      = says: 3.609 lb1 and lb2 hold 192.0.2.10 at the same time: the VRIDs are 51 and 52 | 51 | 52`));

  it("do not count in another version", () =>
    holds(`lb1: priority 150; version 3
      lb2: priority 100; version 2
      ${both}
      = says: 3.414 lb2 drops the adverts of lb1: VRRP version 3 there, 2 here | 3 | 2`));

  it("do not count with another interval in version 2", () =>
    holds(`lb1: priority 150; advert_int 2
      lb2: priority 100; advert_int 1
      = 192.0.2.10: nobody, 3.609 lb2, 6.414 lb1+lb2
      = says: 3.61 lb1 drops the adverts of lb2: advert_int is 1 s there, 2 s here | 1 | 2`));

  it("do not count with another password, or where one host has none", () => {
    holds(`lb1: priority 150; ${secret("one")}
      lb2: priority 100; ${secret("two")}
      ${both}
      = says: 3.414 lb2 drops the adverts of lb1: the passwords differ | one | two`);
    holds(`lb1: priority 150; ${secret("one")}
      lb2: priority 100
      ${both}
      = says: 3.414 lb2 drops the adverts of lb1: only one of them authenticates | one | VI_1`);
  });

  it("count with passwords that are alike in eight characters, and with any in version 3", () => {
    holds(`lb1: priority 150; ${secret("secret12345")}
      lb2: priority 100; ${secret("secret12xyz")}
      ${one}`);
    holds(`lb1: priority 150; version 3; ${secret("one")}
      lb2: priority 100; version 3; ${secret("two")}
      ${one}`);
  });

  it("do not count with more or other addresses", () => {
    holds(`lb1: priority 150; vip 192.0.2.10 192.0.2.11
      lb2: priority 100; vip 192.0.2.10
      ${both}
      = 192.0.2.11: nobody, 3.414 lb1`);
    holds(`lb1: priority 150; vip 192.0.2.10
      lb2: priority 100; vip 192.0.2.11
      ${one}
      = 192.0.2.11: nobody, 3.609 lb2
      = says: 3.414 lb2 drops the adverts of lb1: 192.0.2.11 is not among their addresses | 192.0.2.11`);
  });

  it("count in spite of order, prefix lengths and excluded addresses", () =>
    holds(`lb1: priority 150; vip 192.0.2.10/24 192.0.2.11/24; virtual_ipaddress_excluded { | 192.0.2.12 | }
      lb2: priority 100; vip 192.0.2.11/32 192.0.2.10/32
      ${one}
      = 192.0.2.12: nobody, 3.414 lb1`));

  it("do not meet by unicast and multicast", () =>
    holds(`lb1: priority 150; ${unicast("192.0.2.1", "192.0.2.2")}
      lb2: priority 100
      ${both}
      = says: 3.609 lb1 and lb2 hold 192.0.2.10 at the same time: one of them sends unicast, the other multicast | VI_1 | VI_1`));

  it("do not arrive at a peer that is not listed, while those of strangers count", () => {
    holds(`lb1: priority 150; ${unicast("192.0.2.1", "192.0.2.9")}
      lb2: priority 100; ${unicast("192.0.2.2", "192.0.2.1")}
      ${both}
      = says: 3.609 lb1 and lb2 hold 192.0.2.10 at the same time: lb2 is no peer of lb1 | unicast_peer`);
    holds(`lb1: priority 150; ${unicast("192.0.2.1", "192.0.2.2")}
      lb2: priority 100; ${unicast("192.0.2.2", "192.0.2.9")}
      ${one}`);
  });

  it("do not pass a firewall that a file of the host sets up", () =>
    holds(
      `lb1: priority 150
      lb2: priority 100
      ${both}
      = says: 3.414 The firewall of lb2 drops the adverts | policy drop`,
      {
        "lb2/etc/nftables.conf":
          "table inet filter {\n  chain input {\n    type filter hook input priority 0; policy drop;\n    tcp dport 22 accept\n  }\n}\n",
      },
    ));

  it("do not pass a network without multicast", () =>
    holds(
      `lb1: priority 150
      lb2: priority 100
      address lb1=192.0.2.1@eth0
      address lb2=192.0.2.2@eth0
      ${both}
      = says: 3.414 The network of eth0 carries no multicast: nobody hears lb1 | eth0`,
      { ".ha-config.json": '{"networks": {"cloud": {"addresses": ["192.0.2.0/24"], "multicast": false}}}' },
    ));
});
