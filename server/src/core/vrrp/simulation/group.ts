/** A sync group: its instances are MASTER together or not at all (vrrp_sync.c). */
import type { SyncGroup } from "../../model/facts.ts";
import type { Instance } from "./instance.ts";
import { tell } from "./tell.ts";
import type { InstanceState } from "./timeline.ts";

export class Group {
  readonly fact: SyncGroup;
  readonly members: readonly Instance[];
  state: InstanceState = "BACKUP";
  /** Members in FAULT. */
  faults = 0;
  /** Members with checks that have not ended a first time. */
  pending = 0;

  constructor(fact: SyncGroup, members: readonly Instance[]) {
    this.fact = fact;
    this.members = members;
    for (const member of members) member.group = this;
  }

  /** vrrp_sync_set_group, and what vrrp.c: vrrp_complete_init makes of groups. */
  begin(): void {
    const all = this.members;
    const isMaster = all.every((member) => member.wanted === "MASTER" && member.isOwner);
    // A group of which not all are owners begins as BACKUP altogether.
    if (!isMaster) for (const member of all) if (member.wanted === "MASTER") member.wanted = "BACKUP";
    this.faults = all.filter(({ faults }) => faults > 0).length;
    this.pending = all.filter(({ pending }) => pending > 0).length;
    if (this.faults > 0) this.state = "FAULT";
    else if (this.pending > 0) this.state = "INIT";
    else this.state = isMaster ? "MASTER" : "BACKUP";
  }

  /** After a reload it is what all of its members were. */
  inherit(): void {
    if (this.faults > 0 || this.pending > 0) return;
    if (this.members.every(({ state }) => state === "MASTER")) this.state = "MASTER";
  }

  /** Whether a member may become MASTER: all others want it too (vrrp_sync_can_goto_master). */
  mayBeMaster(one: Instance): boolean {
    return this.state === "MASTER" || this.members.every((other) => other === one || other.wanted === "MASTER");
  }

  becomeMaster(one: Instance): void {
    if (this.state === "MASTER" || !this.mayBeMaster(one)) return;
    for (const other of this.members) {
      if (other === one || other.state === "MASTER") continue;
      tell.followsGroup(other, one);
      other.joinMaster();
    }
    this.state = "MASTER";
  }

  becomeBackup(one: Instance): void {
    if (this.state === "BACKUP") return;
    for (const other of this.members) {
      if (other === one || other.state === "BACKUP") continue;
      other.wanted = "BACKUP";
      tell.followsGroup(other, one);
      if (other.state === "MASTER") other.leaveMaster();
      else other.leaveFault();
    }
    this.state = "BACKUP";
  }

  /** One more member is in FAULT, and with the first all are (vrrp_sync_fault). */
  memberFails(one: Instance): void {
    this.faults++;
    if (this.faults > 1 || this.state === "FAULT") return;
    for (const other of this.members) {
      if (other === one || other.state === "FAULT") continue;
      other.wanted = "FAULT";
      tell.followsGroup(other, one);
      // Its state does not come from faults of its own, so it says nothing of resigning but the usual.
      if (other.state === "MASTER") other.leaveMaster(true);
      else other.leaveFault();
    }
    this.state = "FAULT";
  }

  /** A member is well again; whether the group may come up. */
  memberRecovers(leavesPending: boolean): boolean {
    if (!leavesPending) this.faults--;
    return this.faults === 0 && (leavesPending || this.pending === 0);
  }

  /** A member has no fault any more, but a check has not ended yet. */
  memberPends(): void {
    this.faults--;
    this.state = "INIT";
  }
}
