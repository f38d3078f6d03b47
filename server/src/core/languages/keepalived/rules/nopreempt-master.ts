export { nopreemptMaster } from "./vrrp/nopreempt-master.ts";
