/** What each kind of event does to two or three hosts, in stories with the times that real keepalived takes. */
import { holds } from "../../../kit/story.ts";

const pair = "lb1: priority 150\nlb2: priority 100";

describe("a simulated event", () => {
  it("power-off: the others wait until their timers run out; power-on: the first comes back", () =>
    holds(`${pair}
      10s power-off lb1
      20s power-on lb1
      = 192.0.2.10: nobody, 3.414 lb1, 10 nobody, 13.024 lb2, 23.414 lb1+lb2, 23.414 lb1
      = lb1: BACKUP 150, 3.414 MASTER 150, 10 INIT 150, 20 BACKUP 150, 23.414 MASTER 150
      = lb2: BACKUP 100, 13.024 MASTER 100, 23.414 BACKUP 100
      = says: 10 lb1 loses power
      = says: 13.024 lb2 has heard no advert for 3.61 s: it takes over with priority 100 | 100 | VI_1
      = race: none`));

  it("stop: it says goodbye, and the others wait their skew only", () =>
    holds(`lb1: priority 150; advert_int 0.2; global vrrp_version 3
      lb2: priority 100; advert_int 0.2; global vrrp_version 3
      5s stop lb1
      = 192.0.2.10: nobody, 0.683 lb1, 5 nobody, 5.122 lb2
      = says: 5 lb1 gives the addresses up and says so with priority 0`));

  it("crash: its addresses stay until its daemon is started again", () =>
    holds(`${pair}
      10s crash lb1
      20s start lb1
      = 192.0.2.10: nobody, 3.414 lb1, 13.024 lb1+lb2, 20 lb2, 23.414 lb1+lb2, 23.414 lb1
      = says: 13.024 lb1 and lb2 hold 192.0.2.10 at the same time: keepalived is gone on lb1, and its addresses stay`));

  it("freeze: it keeps its addresses; thaw: it settles that at once", () =>
    holds(`${pair}
      10s freeze lb1
      20s thaw lb1
      = 192.0.2.10: nobody, 3.414 lb1, 13.024 lb1+lb2, 20 lb1
      = lb1: BACKUP 150, 3.414 MASTER 150`));

  it("link-down: FAULT, and the goodbye goes nowhere", () =>
    holds(`${pair}
      10s link-down lb1 eth0
      20s link-up lb1 eth0
      = 192.0.2.10: nobody, 3.414 lb1, 10.005 nobody, 13.024 lb2, 23.419 lb1+lb2, 23.419 lb1
      = lb1: BACKUP 150, 3.414 MASTER 150, 10.005 FAULT 150, 20.005 BACKUP 150, 23.419 MASTER 150
      = says: 10.005 eth0 is down on lb1: VI_1 goes to FAULT | eth0`));

  it("link-down of an interface that is not tracked: nobody notices on the host", () =>
    holds(`lb1: priority 150; dont_track_primary
      lb2: priority 100
      10s link-down lb1 eth0
      = 192.0.2.10: nobody, 3.414 lb1, 13.024 lb1+lb2`));

  it("detach: two masters; attach: the next advert settles it", () =>
    holds(`${pair}
      10s detach lb1 eth0
      20s attach lb1 eth0
      = 192.0.2.10: nobody, 3.414 lb1, 13.024 lb1+lb2, 20.024 lb1
      = says: 13.024 lb1 and lb2 hold 192.0.2.10 at the same time: they are cut off from each other`));

  it("drop-vrrp in on the backup: two masters until it is allowed", () =>
    holds(`${pair}
      10s drop-vrrp lb2 in
      20s allow-vrrp lb2
      = 192.0.2.10: nobody, 3.414 lb1, 13.024 lb1+lb2, 20.024 lb1`));

  it("drop-vrrp in on the master: nothing", () =>
    holds(`${pair}
      10s drop-vrrp lb1 in
      = 192.0.2.10: nobody, 3.414 lb1`));

  it("drop-vrrp out on the master: two masters", () =>
    holds(`${pair}
      10s drop-vrrp lb1 out
      = 192.0.2.10: nobody, 3.414 lb1, 13.024 lb1+lb2`));

  it("reload: what the new file says counts, and the addresses stay meanwhile", () => {
    const other = (priority: number) =>
      `vrrp_instance VI_1 {\n interface eth0\n virtual_router_id 51\n priority ${priority}\n virtual_ipaddress {\n 192.0.2.10/24\n }\n}\n`;
    holds(
      `lb1: priority 150; virtual_router_id 51
      lb2: priority 100; virtual_router_id 51
      10s reload lb1 low.txt
      = 192.0.2.10: nobody, 3.414 lb1, 13.61 lb1+lb2, 13.61 lb2
      = lb1: BACKUP 150, 3.414 MASTER 150, 10 MASTER 90, 13.61 BACKUP 90
      = says: 10 keepalived reads low.txt on lb1
      = says: 13.61 lb1 (90) hears lb2 (100) and gives way | 90 | 100`,
      { "low.txt": other(90) },
    );
    holds(
      `lb1: priority 150; virtual_router_id 51
      lb2: priority 100; virtual_router_id 51
      10s reload lb1 other.txt
      = 192.0.2.10: nobody, 3.414 lb1, 10 nobody, 10.61 lb2
      = 192.0.2.99: nobody, 13.414 lb1`,
      { "other.txt": other(150).replace("51", "52").replace("192.0.2.10", "192.0.2.99") },
    );
  });

  it("happens to hosts one after the other", () =>
    holds(`${pair}
      lb3: priority 50
      10s power-off lb1
      20s power-off lb2
      30s power-on lb1
      = 192.0.2.10: nobody, 3.414 lb1, 10 nobody, 13.024 lb2, 20 nobody, 22.828 lb3, 33.414 lb1+lb3, 33.414 lb1`));

  it("changes nothing where it makes no sense", () =>
    holds(`${pair}
      5s power-on lb1
      6s start lb1
      7s thaw lb1
      8s allow-vrrp lb1
      9s link-up lb1 eth0
      10s attach lb1 eth0
      11s power-off lb2
      12s power-off lb2
      13s crash lb2
      14s stop lb2
      15s start lb2
      16s freeze lb2
      = 192.0.2.10: nobody, 3.414 lb1
      = lb2: BACKUP 100, 11 INIT 100`));
});

describe("a late start", () => {
  it("leaves the addresses to nobody until then", () =>
    holds(`${pair}
      start lb1=2s
      start lb2=10s
      = 192.0.2.10: nobody, 5.414 lb1
      = lb2: INIT 100, 10 BACKUP 100`));
});
