#!/usr/bin/perl
# Tries what a daemon that was taken over would try, one thing a line: "allowed NAME" or "refused NAME WHY".
# The numbers of system calls are those of x86-64.
use strict;
use warnings;
use Fcntl;
use POSIX ();
use Socket;

my $state = $ARGV[0];
$| = 1;

sub report { my ($name, $done) = @_; print $done ? "allowed $name\n" : "refused $name: $!\n" }

# Each in a process of its own: some change what the next could do.
sub call {
    my ($name, @call) = @_;
    my $child = fork;
    if (!$child) {
        report($name, syscall($call[0], @call[1 .. $#call]) != -1);
        POSIX::_exit(0);
    }
    waitpid $child, 0;
    print "refused $name: killed by signal $?\n" if $?;
}

sub reads {
    my ($name, $path) = @_;
    my ($file, $byte);
    report($name, sysopen($file, $path, O_RDONLY | O_NONBLOCK) && defined sysread($file, $byte, 1));
}

sub writes {
    my ($name, $path) = @_;
    my $file;
    report($name, sysopen($file, $path, O_WRONLY | O_CREAT));
    unlink $path;
}

# What it may: else the refusals below prove nothing.
writes('state-folder', "$state/probe");
report('unix-socket', socket(my $unix, AF_UNIX, SOCK_DGRAM, 0));

report('inet-socket', socket(my $inet, AF_INET, SOCK_STREAM, 0));
report('inet6-socket', socket(my $inet6, AF_INET6, SOCK_DGRAM, 0));
report('netlink-socket', socket(my $netlink, 16, SOCK_RAW, 0));
report('packet-socket', socket(my $packet, 17, SOCK_RAW, 0));
report('vsock-socket', socket(my $vsock, 40, SOCK_STREAM, 0));

writes('write-etc', '/etc/govreportd/rules.d/probe.rules');
writes('write-usr', '/usr/share/govreportd/rules/probe.rules');
writes('write-other-state', '/var/lib/probe');
writes('write-boot', '/boot/probe');
reads('read-shadow', '/etc/shadow');
reads('read-home', '/home/probe-user/secret');
reads('read-root', '/root/secret');
reads('read-kernel-log', '/dev/kmsg');
reads('read-disk', '/dev/probe-disk');
reads('read-memory', '/dev/mem');
reads('read-kernel-core', '/proc/kcore');
reads('see-others', '/proc/1/status');
reads('see-system', '/proc/cpuinfo');
reads('see-others-temporary', '/tmp/probe-secret');
writes('change-tunable', '/proc/sys/kernel/domainname');
writes('change-cgroup', '/sys/fs/cgroup/cgroup.procs');

call('memory-writable-executable', 9, 0, 4096, 7, 0x22, -1, 0);
# A page that is writable becomes executable.
my $page = syscall(9, 0, 4096, 3, 0x22, -1, 0);
call('memory-made-executable', 10, $page, 4096, 5);
call('user-namespace', 272, 0x10000000);
call('mount-namespace', 272, 0x00020000);
call('network-namespace', 272, 0x40000000);
call('trace', 101, 0, 0, 0, 0);
my $empty = '';
call('load-module', 175, 0, 0, $empty);
call('set-clock', 227, 0, pack('qq', time(), 0));
call('set-time-of-day', 164, pack('qq', time(), 0), 0);
call('mount', 165, "none\0", "/tmp\0", "tmpfs\0", 0, 0);
call('chroot', 161, "/\0");
call('reboot', 169, 0, 0, 0, 0);
call('swap', 167, "/nowhere\0", 0);
call('host-name', 170, "probe\0", 5);
call('keys', 250, 0, -3, 1, 0, 0);
call('personality', 135, 0x0400000);
call('real-time', 144, 0, 1, pack('i', 1));
call('ports', 173, 0x80, 1, 1);
call('bpf', 321, 0, 0, 0);
call('performance-counters', 298, pack('x128'), 0, -1, -1, 0);
call('user-faults', 323, 0);
call('shared-memory-of-others', 29, 0x70726f62, 4096, 0600);
call('device-node', 133, "$state/probe-node\0", 0020666, 0x103);
call('become-root', 105, 0);
call('priority', 141, 0, 0, -10);

sysopen(my $tool, "$state/probe-tool", O_WRONLY | O_CREAT) or die;
report('set-user-id', chmod 04755, "$state/probe-tool");
unlink "$state/probe-tool";
report('kill-others', kill 'CONT', 1);
# Another system call table of the same processor: int 0x80 is a way around filters.
report('other-architecture', 0 == system('/usr/share/govreportd/probe-32'));
