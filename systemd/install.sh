#!/bin/bash
# Usage: systemd/install.sh [--try | --packages | --uninstall | --help]
#
# Builds govreportd and govreport, installs them with their rules and their unit, and
# starts the service. What is there already is left alone, so that a second run needs
# neither network nor time.
#
#   --try        installs, then drops the sample reports and shows the alerts
#   --packages   installs the packages that are needed, and nothing else
#   --uninstall  takes away everything but the reports and the site's own rules
#   --help       shows this text
#
# For Debian 12, as root, with a Swift 6 toolchain on PATH.
set -euo pipefail

readonly runtime=(antiword libarchive13 libgcrypt20 libre2-9 libsqlite3-0 libsystemd0 libxml2 poppler-data
    poppler-utils)
readonly build=(g++ libarchive-dev libgcrypt20-dev libre2-dev libsqlite3-dev libsystemd-dev libxml2-dev
    pkg-config)
readonly state=/var/lib/govreportd
readonly shipped=/usr/share/govreportd
readonly sites=/etc/govreportd/rules.d
readonly stamp=.build/installed-build

# What is installed: mode, file of the checkout, its place.
readonly files=(
    755 .build/release/govreportd /usr/bin/govreportd
    755 .build/release/govreport /usr/bin/govreport
    644 systemd/govreportd.service /usr/lib/systemd/system/govreportd.service
    644 systemd/govreportd.sysusers /usr/lib/sysusers.d/govreportd.conf
    644 systemd/govreportd.tmpfiles /usr/lib/tmpfiles.d/govreportd.conf
    644 systemd/govreportd.catalog /usr/lib/systemd/catalog/govreportd.catalog
    644 README.md /usr/share/doc/govreportd/README.md
)

usage() { sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//p}' "$0"; }
say() { printf '%s\n' "$@"; }
fail() {
    printf 'install.sh: %s\n' "$@" >&2
    exit 1
}
manager_runs() { [[ -d /run/systemd/system ]]; }

# --- Packages and build

install_packages() {
    local package missing=()
    for package in "${runtime[@]}" "${build[@]}"; do
        [[ $(dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null) = installed ]] ||
            missing+=("$package")
    done
    if ((${#missing[@]} == 0)); then
        say 'unchanged: packages'
        return
    fi
    say "installing packages: ${missing[*]}"
    apt-get update --quiet=2 || fail 'apt-get update failed: is there a network?'
    DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --yes --no-install-recommends "${missing[@]}" ||
        fail "these packages could not be installed: ${missing[*]}"
    say "installed: packages ${missing[*]}"
}

check_distribution() {
    local ID='' VERSION_ID='' PRETTY_NAME='this system'
    # shellcheck source=/dev/null
    [[ ! -r /etc/os-release ]] || . /etc/os-release
    [[ $ID = debian && $VERSION_ID = 12 ]] || fail \
        "made for Debian 12, and $PRETTY_NAME is another distribution." \
        "Install its counterparts of these, to run: ${runtime[*]}" \
        "and of these, to build: ${build[*]}" \
        'then: swift build -c release, and copy the files that the list in this script names.'
}

# SwiftPM would find out too, but not without its dependencies at hand. A program that
# a change does not concern is not linked anew: then the stamp is the newer one.
is_built() {
    local program reference
    for program in govreportd govreport; do
        reference=.build/release/$program
        [[ -x $reference ]] || return 1
        [[ ! $stamp -nt $reference ]] || reference=$stamp
        [[ -z $(find Package.swift Sources -newer "$reference" -type f -print -quit) ]] || return 1
    done
}

check_swift() {
    local version
    # shellcheck disable=SC2016 # it is for the reader's shell
    local how=('Get the toolchain for Debian 12 from https://www.swift.org/install/linux/ (the tarball), unpack it,'
        'put its usr/bin on PATH and run this again; with sudo: sudo env PATH="$PATH" systemd/install.sh')
    command -v swift >/dev/null || fail 'no swift on PATH, and the programs are not built yet.' "${how[@]}"
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\).*/\1/p')
    ((${version:-0} >= 6)) || fail "Swift 6 is needed, $(command -v swift) is Swift ${version:-of unknown version}." "${how[@]}"
}

# SwiftPM compiles anew what imports a changed module, but not what imports that in turn, which may hold values of
# the changed one and then takes them for what they were. After an update all modules are compiled.
forget_old_modules() {
    local module
    for module in Sources/*/; do rm -rf ".build/release/$(basename "$module").build"; done
}

build_programs() {
    local started=$SECONDS program
    if is_built; then
        say 'unchanged: release build'
        return
    fi
    check_swift
    forget_old_modules
    say 'building release binaries; the first time this takes minutes and needs the network'
    for program in govreportd govreport; do
        swift build -c release --product "$program" || fail "swift build failed for $program; see above"
    done
    touch "$stamp"
    say "built: release binaries, in $((SECONDS - started)) s"
}

# --- Files

declare -A changed=()

put() { # MODE SOURCE TARGET KIND
    local what=installed
    if [[ -e $3 ]]; then
        if cmp --silent "$2" "$3" && [[ $(stat -c %a "$3") = "$1" ]]; then
            say "unchanged: $3"
            return
        fi
        what=updated
    fi
    # A program that runs cannot be written to, only replaced.
    install -D --mode "$1" "$2" "$3.new"
    mv --force "$3.new" "$3"
    changed[$4]=yes
    say "$what: $3"
}

put_rules() {
    local file
    install -d -m 755 "$shipped/rules"
    while IFS= read -r -d '' file; do
        put 644 "$file" "$shipped/rules/${file#Rules/}" rules
    done < <(find Rules -type f \( -name '*.rules' -o -path 'Rules/lists/*' \) -print0 | sort -z)
    # A rule that is shipped no more must not go on being applied.
    while IFS= read -r -d '' file; do
        [[ ! -e Rules/${file#"$shipped/rules/"} ]] || continue
        rm --force "$file"
        changed[rules]=yes
        say "removed: $file"
    done < <(find "$shipped/rules" -type f -print0)
    if [[ -d $sites ]]; then
        say "unchanged: $sites"
    else
        install -d -m 755 "$sites"
        say "installed: $sites (for rules of your own)"
    fi
}

put_files() {
    local i kind
    for ((i = 0; i < ${#files[@]}; i += 3)); do
        case ${files[i + 2]} in
        */bin/govreportd | *.service) kind=service ;;
        *.catalog) kind=catalog ;;
        *) kind=other ;;
        esac
        put "${files[@]:i:3}" $kind
    done
    put_rules
}

make_user_and_folders() {
    if id govreportd &>/dev/null && getent group govreport >/dev/null; then
        say 'unchanged: user govreportd, group govreport'
    else
        systemd-sysusers /usr/lib/sysusers.d/govreportd.conf
        say 'installed: user govreportd, group govreport'
    fi
    local before
    before=$(folders)
    systemd-tmpfiles --create /usr/lib/tmpfiles.d/govreportd.conf
    if [[ $before = "$(folders)" ]]; then
        say "unchanged: $state"
    else
        say "installed: $state with its folders"
    fi
    [[ -z ${changed[catalog]-} ]] || journalctl --update-catalog
}

folders() { stat -c '%n %a %U %G' $state $state/*/ 2>/dev/null || :; }

# --- Service

start_service() {
    if ! manager_runs; then
        say 'systemd does not run here: installed, not started. To run it by hand: govreportd --foreground-log'
        return
    fi
    systemctl daemon-reload
    systemctl is-enabled --quiet govreportd || systemctl --quiet enable govreportd
    if ! systemctl is-active --quiet govreportd; then
        start_or_tell start
        say 'started: govreportd.service'
    elif [[ ${changed[service]-} ]]; then
        start_or_tell restart
        say 'restarted: govreportd.service'
    elif [[ ${changed[rules]-} ]]; then
        systemctl reload govreportd
        say 'reloaded: govreportd.service'
    else
        say 'unchanged: govreportd.service is running'
    fi
}

start_or_tell() { # start|restart
    systemctl "$1" govreportd || {
        journalctl --no-pager --unit=govreportd --lines=20 >&2 || :
        fail "the service did not $1; its last lines are above"
    }
}

install_all() {
    check_distribution
    install_packages
    build_programs
    put_files
    make_user_and_folders
    start_service
}

# --- Trial

# A file appears under its name only when it is complete.
drop_samples() { # INBOX
    local sample
    for sample in Tests/Samples/*; do
        install -m 640 "$sample" "$1/.${sample##*/}.part"
        mv "$1/.${sample##*/}.part" "$1/${sample##*/}"
    done
    say "dropped: $(find Tests/Samples -type f | wc -l) sample reports into $1"
}

wait_until_done() { # STATE
    local deadline=$((SECONDS + 60))
    while [[ $(find "$1/inbox" "$1/work" -type f -print -quit) ]]; do
        ((SECONDS < deadline)) || fail "reports still wait in $1/inbox or $1/work after a minute"
        sleep 0.2
    done
}

try_service() {
    local cursor
    cursor=$(journalctl --lines=0 --show-cursor | sed -n 's/^-- cursor: //p')
    drop_samples $state/inbox
    wait_until_done $state
    journalctl --sync
    say 'what journalctl -t govreportd shows:'
    journalctl --no-pager ${cursor:+"--after-cursor=$cursor"} -t govreportd
    say '' 'Now drop reports into /var/lib/govreportd/inbox (members of group govreport may), and look at'
    printf '    %s\n' 'systemctl status govreportd' 'journalctl -t govreportd -f' 'journalctl -t govreportd -x     (explains each entry)'
}

try_foreground() {
    local folder daemon status=0
    folder=$(mktemp -d)
    /usr/bin/govreportd --state "$folder" --foreground-log &
    daemon=$!
    # shellcheck disable=SC2064 # these values, not later ones
    trap "kill -KILL $daemon 2>/dev/null; rm -rf '$folder'" EXIT
    for _ in {1..100}; do
        [[ ! -d $folder/inbox ]] || break
        kill -0 $daemon 2>/dev/null || fail 'govreportd ended at once; its reason is above'
        sleep 0.1
    done
    say 'systemd does not run here: the daemon runs in the foreground, and these are its lines'
    drop_samples "$folder/inbox"
    wait_until_done "$folder"
    kill -TERM $daemon
    wait $daemon || status=$?
    trap - EXIT
    rm -rf "$folder"
    ((status == 0)) || fail "govreportd ended with status $status"
    say '' 'To go on: govreportd --state FOLDER --foreground-log, then drop reports into FOLDER/inbox.'
}

# --- Removal

uninstall() {
    local i
    if manager_runs; then
        systemctl --quiet disable --now govreportd 2>/dev/null || :
    fi
    for ((i = 2; i < ${#files[@]}; i += 3)); do
        [[ -e ${files[i]} ]] || continue
        rm --force "${files[i]}"
        say "removed: ${files[i]}"
    done
    if [[ -d $shipped ]]; then
        rm -r "$shipped"
        say "removed: $shipped"
    fi
    rmdir --ignore-fail-on-non-empty /usr/share/doc/govreportd 2>/dev/null || :
    if [[ -d $sites ]]; then
        if rmdir "$sites" 2>/dev/null; then
            rmdir --ignore-fail-on-non-empty /etc/govreportd
            say "removed: $sites"
        else
            say "kept: $sites, with your own rules"
        fi
    fi
    journalctl --update-catalog
    ! manager_runs || systemctl daemon-reload
    if [[ -d $state ]]; then
        say "kept: $state, with the reports and the ledger, and their owner: user govreportd, group govreport"
        return
    fi
    if id govreportd &>/dev/null; then
        userdel govreportd
        say 'removed: user govreportd'
    fi
    if getent group govreport >/dev/null; then
        groupdel govreport
        say 'removed: group govreport'
    fi
}

case ${1-} in
--help) usage && exit ;;
'' | --try | --packages | --uninstall) ;;
*) usage >&2 && exit 64 ;;
esac
# shellcheck disable=SC2016 # it is for the reader's shell
((EUID == 0)) || fail 'must run as root, for instance: sudo env PATH="$PATH" systemd/install.sh'
cd "$(dirname "$(readlink -f "$0")")/.."

case ${1-} in
--uninstall) uninstall ;;
--packages)
    check_distribution
    install_packages
    ;;
--try)
    install_all
    if manager_runs; then try_service; else try_foreground; fi
    ;;
*)
    install_all
    say '' 'Drop reports into /var/lib/govreportd/inbox (members of group govreport may); see: journalctl -t govreportd -f'
    ;;
esac
