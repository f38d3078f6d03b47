/**
 * What the shell of a run can do with daemons. All processes of the run are its children or below them, and it knows the
 * daemon of each node by the process it began as: `ip netns exec` and `sh` give way to the daemon without a new one.
 */
import { workFolder } from "./world.ts";

/**
 * - `start NODE CONFIGURATION DESCRIPTOR` starts the daemon, once a former one that was told to stop is gone, and says
 *   `launched`; where one runs on, it does nothing. Debian's keepalived tells by files of process ids that it already
 *   runs, so each node has its own; it finds the files of its node in /etc.
 *   Daemons go before all that else runs on the machine, so that their timers are in time.
 * - `stop NODE`, `signal NODE NAME`: in good order
 * - `end NODE` leaves no process the time to tidy up: a parent that still ran would start its child again, and a child
 *   whose parent goes first is told to stop (keepalived/core/daemon.c).
 * - `stand NODE NAME` sends STOP or CONT to parent and child
 * - `tell NODE` prints what a daemon that runs writes into a file when SIGUSR1 asks it for its data (keepalived(8)).
 */
const functions = `
declare -A process told_to_stop
hurry=; if chrt -r 1 true 2>/dev/null; then hurry="chrt -r 1"; fi
is_running() { kill -0 "\${process[$1]:--}" 2>/dev/null; }
launch() {
  while is_running $1; do sleep 0.02; done
  cd ${workFolder}/$1 && rm -f *.pid && export TMPDIR=${workFolder}/$1
  exec ip netns exec "$1" sh -c 'mount --bind root/etc /etc && exec $2 keepalived -n -l -D -G -P -i "$0" \\
    -f "$1" -p main.pid -r vrrp.pid -c check.pid' "$1" "$2" "$hurry"
}
start() {
  if is_running $1 && [ -z "\${told_to_stop[$1]}" ]; then return 0; fi
  told_to_stop[$1]=
  launch "$1" "$2" >&$3 2>&1 </dev/null & process[$1]=$!
  echo launched
}
signal() { if is_running $1; then kill -$2 \${process[$1]}; fi; }
stop() { told_to_stop[$1]=yes; signal $1 TERM; }
family() { local parent=\${process[$1]}; echo $(cat /proc/$parent/task/$parent/children) $parent; }
stand() { if is_running $1; then kill -$2 $(family $1); fi; }
end() {
  local all
  is_running $1 || return 0
  told_to_stop[$1]=yes; kill -STOP \${process[$1]}; all=$(family $1); kill -KILL $all; return 0
}
tell() {
  local file=${workFolder}/$1/keepalived.data size=0 former=1 tries
  is_running $1 && [[ $(cat /proc/\${process[$1]}/stat) == *") "[RSD]" "* ]] || return 0
  rm -f $file; kill -USR1 \${process[$1]}
  for ((tries = 0; tries < 150 && (size == 0 || size != former); tries++)); do
    sleep 0.02; former=$size; size=$(stat -c %s $file 2>/dev/null || echo 0)
  done
  cat $file 2>/dev/null || true
}`;

/** Prepares the world for nodes; nothing of the machine can be written to from then on. */
export const foundation: string = `${functions}
mount --make-rprivate / && mount -t tmpfs tmpfs /run && mkdir -p /run/netns ${workFolder} &&
mount -o remount,bind,ro / && ulimit -c 0 && ip link set lo up`;
