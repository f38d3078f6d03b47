# Sends adverts of VRRP through the packet filter of this network namespace and prints what became of each: one letter for
# each probe, "a" for accepted, "d" for dropped. Perl, because every Debian has it and it can open raw sockets.
#
#   perl probe.pl        in the namespace that is judged: what comes in, then what goes out
#   perl probe.pl send   in the other one: sends what comes in, then a frame on each interface that ends the probe
use strict;
use warnings;
use Socket;

my $sends = ($ARGV[0] // "") eq "send";
my ($group4, $group6) = (inet_aton("224.0.0.18"), Socket::inet_pton(AF_INET6, "ff02::12"));
# What ends a probe: an Ethernet type for experiments (IEEE 802).
my $ends = 0x88b5;
my @probes;
for my $number (0, 1) {
  push @probes, map { { number => $number, family => $_->[0], protocol => $_->[1], multicast => $_->[2] } }
    [4, 112, 1], [4, 112, 0], [6, 112, 1], [6, 112, 0], [4, 51, 1], [4, 51, 0];
}
my @devices = $sends ? ("peer0", "peer1") : ("eth0", "eth1");

sub index_of {
  my ($device) = @_;
  socket(my $any, AF_INET, SOCK_DGRAM, 0) or die "socket: $!";
  my $request = pack("a16 x24", $device);
  ioctl($any, 0x8933, $request) or die "$device: $!";    # SIOCGIFINDEX
  return unpack("x16 i", $request);
}

# Sends probe $id from the interface of its number; false when the packet filter refused it.
sub send_probe {
  my ($id, $probe, $peer) = @_;
  my $number = $probe->{number};
  my $own = $sends ? 2 : 1;
  my $is4 = $probe->{family} == 4;
  socket(my $raw, $is4 ? AF_INET : AF_INET6, SOCK_RAW, $probe->{protocol}) or die "socket: $!";
  setsockopt($raw, SOL_SOCKET, 25, $devices[$number]) or die "SO_BINDTODEVICE: $!";
  my $to;
  if ($is4) {
    bind($raw, pack_sockaddr_in(0, inet_aton("10.0.$number.$own"))) or die "bind: $!";
    setsockopt($raw, 0, 2, pack("i", 255)) && setsockopt($raw, 0, 33, pack("i", 255)) or die "IP_TTL: $!";
    setsockopt($raw, 0, 34, pack("i", 0)) or die "IP_MULTICAST_LOOP: $!";
    $to = pack_sockaddr_in(0, $probe->{multicast} ? $group4 : inet_aton("10.0.$number.$peer"));
  } else {
    my $index = index_of($devices[$number]);
    my $pton = sub { Socket::inet_pton(AF_INET6, "fe80::$_[0]") };
    bind($raw, Socket::pack_sockaddr_in6(0, $pton->($own), $index)) or die "bind: $!";
    setsockopt($raw, 41, 18, pack("i", 255)) && setsockopt($raw, 41, 16, pack("i", 255)) or die "hops: $!";
    setsockopt($raw, 41, 19, pack("i", 0)) or die "IPV6_MULTICAST_LOOP: $!";
    $to = Socket::pack_sockaddr_in6(0, $probe->{multicast} ? $group6 : $pton->($peer), $index);
  }
  return 1 if defined send($raw, pack("C x15", $id), 0, $to);
  die "send: $!" unless $!{EPERM} || $!{ECONNREFUSED} || $!{EHOSTUNREACH} || $!{EACCES};
  return 0;
}

if ($sends) {
  send_probe($_, $probes[$_], 1) or die "the sender is filtered" for 0 .. $#probes;
  for my $device (@devices) {
    socket(my $link, 17, SOCK_DGRAM, 0) or die "AF_PACKET: $!";
    my $to = pack("S n i S C C a8", 17, $ends, index_of($device), 1, 0, 6, "\xff" x 6);
    defined send($link, "end" . "\0" x 43, 0, $to) or die "end: $!";
  }
  exit 0;
}

# Receivers: one for each family and protocol, and one for each interface that sees frames before any filter does.
my %raw;
for my $kind ([4, 112], [4, 51], [6, 112]) {
  my ($family, $protocol) = @$kind;
  socket(my $socket, $family == 4 ? AF_INET : AF_INET6, SOCK_RAW, $protocol) or die "socket: $!";
  for my $number (0, 1) {
    if ($family == 4) {
      setsockopt($socket, 0, 35, $group4 . inet_aton("10.0.$number.1")) or die "IP_ADD_MEMBERSHIP: $!";
    } else {
      setsockopt($socket, 41, 20, $group6 . pack("I", index_of($devices[$number]))) or die "IPV6_JOIN_GROUP: $!";
    }
  }
  $raw{"$family $protocol"} = $socket;
}
my @links;
for my $device (@devices) {
  socket(my $link, 17, SOCK_RAW, unpack("S", pack("n", 3))) or die "AF_PACKET: $!";
  bind($link, pack("S n i S C C a8", 17, 3, index_of($device), 0, 0, 0, "")) or die "bind: $!";
  push @links, $link;
}

system("ip", "netns", "exec", "peer", $^X, $0, "send") == 0 or die "the sender failed";
for my $link (@links) {
  for (;;) {
    my ($ready) = ("");
    vec($ready, fileno($link), 1) = 1;
    select($ready, undef, undef, 10) or die "no frame came";
    defined recv($link, (my $frame), 2048, 0) or die "recv: $!";
    last if unpack("x12 n", $frame) == $ends;
  }
}
my %came;
for my $kind (keys %raw) {
  my $isIPv4 = $kind =~ /^4/;
  while (defined recv($raw{$kind}, (my $packet), 2048, 0x40)) {    # MSG_DONTWAIT
    # An IPv4 header may carry options; its first byte tells its length.
    my $from = $isIPv4 ? 4 * (unpack("C", $packet) & 15) : 0;
    $came{ unpack("C", substr($packet, $from)) } = 1;
  }
}
print join("", map { $came{$_} ? "a" : "d" } 0 .. $#probes);
print join("", map { send_probe($_, $probes[$_], 3) ? "a" : "d" } 0 .. $#probes), "\n";
