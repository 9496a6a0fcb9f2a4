#!/bin/bash
# The kernel gives no more inotify watches: that is said with its remedy, folders are looked through instead,
# nothing is lost, and when there are watches again all is as before.
# shellcheck source=library.sh
. "$(dirname "$0")/library.sh"

forget_host_installation
install_service
mkdir -p /run/whole-proc
mount -t proc proc /run/whole-proc

watches() { cat "/proc/$(property MainPID)/fdinfo/"* | grep -c '^inotify wd:'; }

# Of the daemon alone: watches are counted in the user namespace that the unit gives it, too.
limit_watches() { # NUMBER
    nsenter --target "$(property MainPID)" --user -- \
        bash -c "echo $1 >/run/whole-proc/sys/user/max_inotify_watches" || fail "no limit of $1 could be set"
}

folder() { install -d -m 2770 -o govreportd -g govreport "$inbox/$1"; }

# Reports PREFIX-1 … PREFIX-N, each renamed into a folder of its own, or into the inbox.
drop_each() { # PREFIX FOLDER...
    local prefix=$1 number=0 place
    shift
    for place; do
        number=$((number + 1))
        faulty_variant "$prefix$number" >"/tmp/$prefix-$number.txt"
        install -m 640 -g govreport "/tmp/$prefix-$number.txt" $state/beside.txt
        mv $state/beside.txt "$inbox/$place/$prefix-$number.txt"
    done
}
all_flagged() { (($(find $state/flagged -type f -name "$1-*" | wc -l) == $2)); } # PREFIX NUMBER

says_what_to_do() {
    status_has 'sysctl fs.inotify.max_user_watches' &&
        has_entry intake '.PRIORITY == "4" and (.MESSAGE | contains("sysctl fs.inotify.max_user_watches"))'
}
watches_again() { status_lacks 监视数量已用完 && has_entry intake '.MESSAGE | contains("恢复监视")'; }

test_folders_beyond_the_limit() {
    local since i
    limit_watches $(($(watches) + 2))
    for i in {1..9}; do folder "folder$i"; done
    eventually 'it says what to do' says_what_to_do
    drop_each limited folder{1..9}
    eventually 'all inspected' all_flagged limited 9
    account 'more folders than inotify watches' limited 9
    equal 'how often it was told' 1 "$(count_entries intake '.MESSAGE | contains("监视数量已用完")')"
    limit_watches 1000
    eventually 'it says that it watches again' watches_again
    since=${EPOCHREALTIME//./}
    drop_each again folder{1..9}
    eventually 'all inspected' all_flagged again 9
    echo "# watched again: $(((${EPOCHREALTIME//./} - since) / 1000)) ms"
    account 'watches there again' again 9
    rmdir $inbox/folder?
}

test_the_inbox_itself_beyond_the_limit() {
    local told
    told=$(count_entries intake '.MESSAGE | contains("恢复监视")')
    limit_watches 0
    mv $inbox $state/old-inbox
    install -d -m 3730 -o govreportd -g govreport $inbox
    rmdir $state/old-inbox
    eventually 'it says what to do' status_has "无法监视 $inbox：内核的监视数量已用完"
    drop_each blind . . .
    folder new
    drop_each blind-in new
    eventually 'all inspected' all_flagged blind 4
    account 'an inbox without an inotify watch' blind 4
    limit_watches 1000
    watches_once_more() { (($(count_entries intake '.MESSAGE | contains("恢复监视")') > told)); }
    eventually 'it says that it watches again' watches_once_more
    drop_each seen .
    eventually 'all inspected' all_flagged seen 1
    rmdir $inbox/new
}

run_tests
