#!/bin/sh
# The first process of the machine: its root is the host's file system, read-only; the folder "out" of the command line
# is where it works and writes. Loads the modules named in "modules", runs job.sh and switches itself off.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t tmpfs tmp /tmp
mount -t tmpfs run /run
read -r words </proc/cmdline
for word in $words; do
  case $word in out=*) out=${word#*=} ;; esac
done
mount -t hostfs none /mnt -o "$out"
cd /mnt || exit 1
while read -r module; do
  busybox insmod "$module"
done <modules >insmod 2>&1
ip link set lo up
sh job.sh >job.out 2>&1
echo $? >status
busybox poweroff -f
