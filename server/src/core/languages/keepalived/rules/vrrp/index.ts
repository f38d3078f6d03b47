/** Rules about VRRP instances, each by itself and beside the others. */
import type { Rule } from "../../../../rules/rule.ts";
import type { Globals } from "../../globals.ts";
import { addressFamilyMixed } from "./address-family-mixed.ts";
import { advertIntRounded } from "./advert-int-rounded.ts";
import { authHmacKey } from "./auth-hmac-key.ts";
import { authPassCleartext } from "./auth-pass-cleartext.ts";
import { authenticationAhMaster } from "./authentication-ah-master.ts";
import { authenticationIgnored } from "./authentication-ignored.ts";
import { firstVipNotLinkLocal } from "./first-vip-not-link-local.ts";
import { interfaceDelayTooLong } from "./interface-delay-too-long.ts";
import { interfaceLoopback } from "./interface-loopback.ts";
import { interfaceMissing } from "./interface-missing.ts";
import { ipv6Version2 } from "./ipv6-version-2.ts";
import { ipvlanAddressMissing } from "./ipvlan-address-missing.ts";
import { mcastDstIpUnused } from "./mcast-dst-ip-unused.ts";
import { nopreemptMaster } from "./nopreempt-master.ts";
import { nopreemptOwner } from "./nopreempt-owner.ts";
import { nopreemptWeight } from "./nopreempt-weight.ts";
import { ownerIgnoreAdverts } from "./owner-ignore-adverts.ts";
import { peerDuplicate } from "./peer-duplicate.ts";
import { peerIsSelf } from "./peer-is-self.ts";
import { preemptDelayNopreempt } from "./preempt-delay-nopreempt.ts";
import { priorityMissing } from "./priority-missing.ts";
import { promoteSecondariesUnused } from "./promote-secondaries-unused.ts";
import { sourceLinkLocal } from "./source-link-local.ts";
import { stateConflict } from "./state-conflict.ts";
import { strictSetting } from "./strict-setting.ts";
import { strictState } from "./strict-state.ts";
import { strictUnicast } from "./strict-unicast.ts";
import { strictVipUnreachable } from "./strict-vip-unreachable.ts";
import { timerExpiredBackupUnused } from "./timer-expired-backup-unused.ts";
import { tooManyVips } from "./too-many-vips.ts";
import { unicastPeerMissing } from "./unicast-peer-missing.ts";
import { unicastTtlUnused } from "./unicast-ttl-unused.ts";
import { versionConflict } from "./version-conflict.ts";
import { vipDuplicate } from "./vip-duplicate.ts";
import { vipInTwoInstances } from "./vip-in-two-instances.ts";
import { vipIsNodeAddress } from "./vip-is-node-address.ts";
import { vipMissing } from "./vip-missing.ts";
import { vipUseVmacRedundant } from "./vip-use-vmac-redundant.ts";
import { vipWithoutInterface } from "./vip-without-interface.ts";
import { virtualRouterIdMissing } from "./virtual-router-id-missing.ts";
import { vmacNameDuplicate } from "./vmac-name-duplicate.ts";
import { vmacUnicast } from "./vmac-unicast.ts";
import { vmacXmitBaseUnused } from "./vmac-xmit-base-unused.ts";
import { vrfIgnored } from "./vrf-ignored.ts";
import { vridDuplicate } from "./vrid-duplicate.ts";

export const vrrpRules: readonly Rule<Globals>[] = [
  addressFamilyMixed,
  advertIntRounded,
  authHmacKey,
  authPassCleartext,
  authenticationAhMaster,
  authenticationIgnored,
  firstVipNotLinkLocal,
  interfaceDelayTooLong,
  interfaceLoopback,
  interfaceMissing,
  ipv6Version2,
  ipvlanAddressMissing,
  mcastDstIpUnused,
  nopreemptMaster,
  nopreemptOwner,
  nopreemptWeight,
  ownerIgnoreAdverts,
  peerDuplicate,
  peerIsSelf,
  preemptDelayNopreempt,
  priorityMissing,
  promoteSecondariesUnused,
  sourceLinkLocal,
  stateConflict,
  strictSetting,
  strictState,
  strictUnicast,
  strictVipUnreachable,
  timerExpiredBackupUnused,
  tooManyVips,
  unicastPeerMissing,
  unicastTtlUnused,
  versionConflict,
  vipDuplicate,
  vipInTwoInstances,
  vipIsNodeAddress,
  vipMissing,
  vipUseVmacRedundant,
  vipWithoutInterface,
  virtualRouterIdMissing,
  vmacNameDuplicate,
  vmacUnicast,
  vmacXmitBaseUnused,
  vrfIgnored,
  vridDuplicate,
];
