/** Who becomes MASTER, and when: what lines of an instance do to the election, as real keepalived has it. */
import { holds } from "../../../kit/story.ts";

describe("a simulated election", () => {
  it("does not care for state MASTER", () =>
    holds(`lb1: priority 100; state MASTER
      lb2: priority 150; state BACKUP
      = 192.0.2.10: nobody, 3.414 lb2`));

  it("begins at once with an owner that says MASTER, and after an interval with one that says BACKUP", () => {
    holds(`lb1: priority 255; state MASTER
      lb2: priority 100
      = 192.0.2.10: lb1`);
    holds(`lb1: priority 255; state BACKUP; version 3
      lb2: priority 100; version 3
      = 192.0.2.10: nobody, 3.004 lb1`);
  });

  it("lets an owner that was in FAULT wait as any other", () =>
    holds(`lb1: priority 255; state MASTER; version 3
      lb2: priority 100; version 3
      10s link-down lb1 eth0
      20s link-up lb1 eth0
      = 192.0.2.10: lb1, 10.005 nobody, 12.61 lb2, 23.009 lb1+lb2, 23.009 lb1`));

  it("is a race among equals that start together", () =>
    holds(`lb1: priority 100
      lb2: priority 100
      = race: 192.0.2.10 lb1 lb2`));

  it("is none among equals of which one is first, and the highest address wins among two masters", () =>
    holds(`lb1: priority 100
      lb2: priority 100
      address lb1=192.0.2.1@eth0
      address lb2=192.0.2.2@eth0
      start lb2=1s
      10s detach lb1 eth0
      15s attach lb1 eth0
      = 192.0.2.10: nobody, 3.609 lb1, 13.219 lb1+lb2, 15.219 lb2
      = says: 3.61 lb2 has the same priority 100 as lb1: that is not enough to take the addresses from it | 100 | 100
      = race: none`));

  it("is a race of two owners", () =>
    holds(`lb1: priority 255; state BACKUP
      lb2: priority 255; state BACKUP
      = race: 192.0.2.10 lb1 lb2`));

  it("leaves the addresses where they are with nopreempt", () =>
    holds(`lb1: priority 150; nopreempt
      lb2: priority 100
      10s stop lb1
      20s start lb1
      = 192.0.2.10: nobody, 3.414 lb1, 10 nobody, 10.61 lb2
      = says: 20.61 lb1 (150) leaves the addresses to lb2 (100): nopreempt | nopreempt`));

  it("preempts in spite of nopreempt with state MASTER, and with nopreempt on the backup", () => {
    holds(`lb1: priority 150; nopreempt; state MASTER
      lb2: priority 100
      10s stop lb1
      20s start lb1
      = 192.0.2.10: nobody, 3.414 lb1, 10 nobody, 10.61 lb2, 23.414 lb1+lb2, 23.414 lb1`);
    holds(`lb1: priority 150
      lb2: priority 100; nopreempt
      10s stop lb1
      20s start lb1
      = 192.0.2.10: nobody, 3.414 lb1, 10 nobody, 10.61 lb2, 23.414 lb1+lb2, 23.414 lb1`);
  });

  it("waits for preempt_delay and then for its timer", () =>
    holds(`lb1: priority 150; preempt_delay 5
      lb2: priority 100
      10s stop lb1
      20s start lb1
      = 192.0.2.10: nobody, 3.414 lb1, 10 nobody, 10.61 lb2, 28.024 lb1+lb2, 28.024 lb1
      = says: 28.024 lb1 has heard no advert that counts for 3.41 s: it takes over with priority 150 | 150 | VI_1`));

  it("begins late with vrrp_startup_delay", () =>
    holds(`lb1: priority 150; global vrrp_startup_delay 5
      lb2: priority 100
      = 192.0.2.10: nobody, 3.609 lb2, 10.195 lb1+lb2, 10.195 lb1`));

  it("waits for as many adverts as down_timer_adverts says", () =>
    holds(`lb1: priority 150; version 3; down_timer_adverts 5
      lb2: priority 100; version 3; down_timer_adverts 5
      10s power-off lb1
      = 192.0.2.10: nobody, 5.414 lb1, 10 nobody, 15.024 lb2`));

  it("takes the interval of the MASTER in version 3", () =>
    holds(`lb1: priority 150; advert_int 2; version 3
      lb2: priority 100; advert_int 1; version 3
      20s power-off lb1
      = 192.0.2.10: nobody, 3.609 lb2, 6.828 lb1+lb2, 6.828 lb1, 20 nobody, 26.047 lb2`));

  it("goes the same way for IPv6", () =>
    holds(`lb1: priority 150; vip 2001:db8::10/64 fe80::10/64
      lb2: priority 100; vip 2001:db8::10/64 fe80::10/64
      10s stop lb1
      = 2001:db8::10: nobody, 3.414 lb1, 10 nobody, 10.61 lb2
      = fe80::10: nobody, 3.414 lb1, 10 nobody, 10.61 lb2`));

  it("goes the same way in strict mode", () =>
    holds(`lb1: priority 150; global vrrp_strict
      lb2: priority 100; global vrrp_strict
      10s stop lb1
      = 192.0.2.10: nobody, 3.414 lb1, 10 nobody, 10.61 lb2`));

  it("does not take place where the daemon refuses its file", () =>
    holds(`lb1: priority 150; virtual_router_id 51
      lb1 VI_2: priority 150; virtual_router_id 51
      lb2: priority 100
      = 192.0.2.10: nobody, 3.609 lb2
      = lb1 VI_1: INIT 150
      = says: 0 keepalived does not run on lb1: "VI_1" and "VI_2" have the VRID 51 on eth0 | 51 | 51`));
});
