/** Scripts, interfaces, processes and sync groups: what fails with what. */
import { holds } from "../../../kit/story.ts";

describe("a simulated check", () => {
  it("with a weight large enough moves the address when the timer of the other has run out, not after its skew", () =>
    holds(`lb1: priority 150; check web weight -60
      lb2: priority 100
      10s script-fail lb1 web
      20s script-ok lb1 web
      = 192.0.2.10: nobody, 3.414 lb1, 13.024 lb1+lb2, 13.024 lb2, 22.438 lb1+lb2, 22.438 lb1
      = lb1: BACKUP 150, 3.414 MASTER 150, 10.002 MASTER 90, 13.024 BACKUP 90, 20.002 BACKUP 150, 22.438 MASTER 150
      = says: 10.002 "web" changes the priority of lb1 from 150 to 90 | -60 | 150`));

  it("with a weight that only makes equal moves nothing", () =>
    holds(`lb1: priority 150; check web weight -50
      lb2: priority 100
      10s script-fail lb1 web
      = 192.0.2.10: nobody, 3.414 lb1
      = lb1: BACKUP 150, 3.414 MASTER 150, 10.002 MASTER 100`));

  it("with nopreempt on the other moves nothing either", () =>
    holds(`lb1: priority 150; check web weight -60
      lb2: priority 100; nopreempt
      10s script-fail lb1 web
      = 192.0.2.10: nobody, 3.414 lb1`));

  it("without a weight is FAULT, and the other takes over after its skew", () =>
    holds(`lb1: priority 150; check web
      lb2: priority 100
      10s script-fail lb1 web
      20s script-ok lb1 web
      = 192.0.2.10: nobody, 3.416 lb1, 10.002 nobody, 10.611 lb2, 23.416 lb1+lb2, 23.416 lb1
      = lb1: INIT 150, 0.002 BACKUP 150, 3.416 MASTER 150, 10.002 FAULT 150, 20.002 BACKUP 150, 23.416 MASTER 150
      = says: 10.002 "web" fails on lb1: VI_1 goes to FAULT | web`));

  it("fails from the start on", () =>
    holds(`lb1: priority 150; check web
      lb2: priority 100
      0s script-fail lb1 web
      = 192.0.2.10: nobody, 3.609 lb2
      = lb1: INIT 150, 0.002 FAULT 150`));

  it("counts after as many bad runs as fall says", () =>
    holds(`lb1: priority 150; check web fall 3 every 2
      lb2: priority 100
      10s script-fail lb1 web
      = 192.0.2.10: nobody, 3.416 lb1, 14.002 nobody, 14.611 lb2`));

  it("counts the other way round with reverse", () =>
    holds(`lb1: priority 150; check web weight 60 reverse
      lb2: priority 100
      10s script-fail lb1 web
      = lb1: BACKUP 150, 0.002 BACKUP 90, 10.002 BACKUP 150, 13.024 MASTER 150`));

  it("of an interface counts its weight, or is FAULT without one", () => {
    holds(`lb1: priority 150; track_interface { | eth1 weight -60 | }
      lb2: priority 100
      10s link-down lb1 eth1
      = 192.0.2.10: nobody, 3.414 lb1, 13.024 lb1+lb2, 13.024 lb2`);
    holds(`lb1: priority 150; track_interface { | eth1 | }
      lb2: priority 100
      10s link-down lb1 eth1
      20s link-up lb1 eth1
      = lb1: BACKUP 150, 3.414 MASTER 150, 10.005 FAULT 150, 20.005 BACKUP 150, 23.419 MASTER 150`);
  });

  it("of a process counts at once", () => {
    const conf = (priority: number) =>
      `vrrp_track_process web {\n process nginx\n weight -60\n}\nvrrp_instance VI_1 {\n interface eth0\n virtual_router_id 51\n priority ${priority}\n virtual_ipaddress {\n 192.0.2.10\n }\n track_process {\n web\n }\n}\n`;
    holds(
      `10s script-fail lb1 web
      = lb1: BACKUP 150, 3.414 MASTER 150, 10 MASTER 90, 13.024 BACKUP 90
      = 192.0.2.10: nobody, 3.414 lb1, 13.024 lb1+lb2, 13.024 lb2`,
      { "lb1/keepalived.conf": conf(150), "lb2/keepalived.conf": conf(100) },
    );
  });
});

describe("a simulated sync group", () => {
  const group = (check = "") => `lb1: priority 150${check}
    lb1 VI_2: priority 150; interface eth1
    lb1 group: VI_1 VI_2
    lb2: priority 100
    lb2 VI_2: priority 100; interface eth1
    lb2 group: VI_1 VI_2`;

  it("moves together when one link is down", () =>
    holds(`${group()}
      10s link-down lb1 eth1
      = 192.0.2.10: nobody, 3.414 lb1, 10.005 nobody, 13.024 lb2
      = 192.0.2.11: nobody, 3.414 lb1, 10.005 nobody, 13.024 lb2
      = says: 10.005 lb1 VI_1 follows VI_2 in the sync group "G" | G`));

  it("is what keeps addresses together: without it they part", () =>
    holds(`lb1: priority 150
      lb1 VI_2: priority 150; interface eth1
      lb2: priority 100
      lb2 VI_2: priority 100; interface eth1
      10s link-down lb1 eth1
      = 192.0.2.10: nobody, 3.414 lb1
      = 192.0.2.11: nobody, 3.414 lb1, 10.005 nobody, 13.024 lb2`));

  it("does not count weights", () =>
    holds(`${group("; check web weight -60")}
      10s script-fail lb1 web
      = 192.0.2.10: nobody, 3.414 lb1
      = says: 0.002 The weight of "web" counts for nothing in lb1 VI_1 | -60`));

  it("goes to FAULT and comes back as one", () =>
    holds(`${group("; check web")}
      10s script-fail lb1 web
      20s script-ok lb1 web
      = 192.0.2.10: nobody, 3.416 lb1, 10.002 nobody, 10.611 lb2, 23.416 lb1+lb2, 23.416 lb1
      = 192.0.2.11: nobody, 3.416 lb1, 10.002 nobody, 10.611 lb2, 23.416 lb1+lb2, 23.416 lb1
      = lb1 VI_2: INIT 150, 0.002 BACKUP 150, 3.416 MASTER 150, 10.002 FAULT 150, 20.002 BACKUP 150, 23.416 MASTER 150`));
});
