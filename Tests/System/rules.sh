#!/bin/bash
# Rules of the site: they take effect on reload, and wrong ones change nothing.
# shellcheck source=library.sh
. "$(dirname "$0")/library.sh"

forget_host_installation
install_service
readonly sites=/etc/govreportd/rules.d

reload() { systemctl reload govreportd || fail 'systemctl reload failed'; }

test_rule_of_the_site_is_applied() {
    cat >$sites/site.rules <<'END'
pack "本单位" version 1.0.0

rule site-word warning "提到凉亭" {
  basis   "本单位规定"
  forbid  m in find(正文, /凉亭/)
  message "出现“{m.text}”"
  example pass { 正文 "村口有一座广场。" }
  example fail { 正文 "村口有一座凉亭。" }
}
END
    reload
    eventually 'an entry of the reload' has_entry reload
    variant '凉亭1' >/tmp/site-word.txt
    drop /tmp/site-word.txt
    lands flagged site-word.txt
    equal 'the rule' site-word "$(findings site-word.txt '(.PRIORITY | tonumber) <= 4' | jq -r .GOVREPORT_RULE)"
}

test_wrong_rule_is_refused_and_the_old_ones_stay() {
    cat >$sites/broken.rules <<'END'
pack "写错的规则" version 1.0.0

rule broken error "名称写错" {
  basis   "本单位规定"
  check   t3[新收, 总共] == 0
  message "不会出现"
}
END
    reload
    eventually 'an entry of the refusal' has_entry refused
    local text
    text=$(entries ".MESSAGE_ID == \"${id[refused]}\"" | jq -r .MESSAGE)
    contains 'the refusal' 'broken.rules:5:' "$text"
    contains 'the refusal' 'check   t3[新收, 总共] == 0' "$text"
    contains 'the refusal' '^' "$text"
    eventually 'the status' status_has 规则重载被拒绝
    equal 'the state' active "$(property ActiveState)"

    variant '凉亭2' >/tmp/old-rules.txt
    drop /tmp/old-rules.txt
    lands flagged old-rules.txt
    equal 'the rule' site-word "$(findings old-rules.txt '(.PRIORITY | tonumber) <= 4' | jq -r .GOVREPORT_RULE)"
}

test_removing_it_clears_the_status() {
    local before
    before=$(count_entries reload)
    [[ -e $sites/broken.rules ]] || fail 'there is no broken rule to remove'
    status_has 规则重载被拒绝 || fail "the status is «$(property StatusText)»"
    rm $sites/broken.rules
    reload
    eventually 'the status' status_lacks 规则重载被拒绝
    (($(count_entries reload) > before)) || fail "no new entry of a reload; $(situation)"
}

test_waived_finding_is_on_record_and_flags_nobody() {
    local before text
    before=$(count_entries reload)
    cat >$sites/waivers.rules <<'END'
waive site-word for agency "云溪县" year 2023 until 2099-12-31 because "已另行说明"
END
    reload
    eventually 'an entry of the reload' more_entries_of_reload "$before"
    variant '凉亭4' >/tmp/waived.txt
    drop /tmp/waived.txt
    lands passed waived.txt
    text=$(findings waived.txt '.GOVREPORT_RULE == "site-word"')
    contains 'the message' 已另行说明 "$(jq -r .MESSAGE <<<"$text")"
    equal 'the priority' 6 "$(jq -r .PRIORITY <<<"$text")"
    rm $sites/waivers.rules
}
more_entries_of_reload() { (($(count_entries reload) > $1)); } # NUMBER

test_removed_rule_is_applied_no_more() {
    local before
    before=$(count_entries reload)
    rm $sites/site.rules
    reload
    eventually 'an entry of the reload' more_entries_of_reload "$before"
    variant '凉亭3' >/tmp/no-rule.txt
    drop /tmp/no-rule.txt
    lands passed no-rule.txt
}

test_changed_rules_are_read_without_a_reload() {
    local before
    before=$(count_entries reload)
    cat >$sites/.new.swp <<'END'
pack "本单位" version 1.0.1

rule site-word warning "提到凉亭" {
  basis   "本单位规定"
  forbid  m in find(正文, /凉亭/)
  message "出现“{m.text}”"
  example pass { 正文 "村口有一座广场。" }
  example fail { 正文 "村口有一座凉亭。" }
}
END
    mv $sites/.new.swp $sites/site.rules
    eventually 'an entry of the reload' more_entries_of_reload "$before"
    variant '凉亭5' >/tmp/unasked.txt
    drop /tmp/unasked.txt
    lands flagged unasked.txt
    echo 'rule broken {' >$sites/broken.rules
    eventually 'the status' status_has 规则重载被拒绝
    rm $sites/broken.rules $sites/site.rules
    eventually 'the status' status_lacks 规则重载被拒绝
    variant '凉亭6' >/tmp/no-longer.txt
    drop /tmp/no-longer.txt
    lands passed no-longer.txt
}

test_the_process_was_never_restarted() {
    equal NRestarts 0 "$(property NRestarts)"
    equal 'starts' 1 "$(count_entries start)"
}

test_start_with_wrong_rules_fails_at_once_and_says_why() {
    systemctl stop govreportd
    echo 'rule 错' >$sites/broken.rules
    refused 'starting' systemctl start govreportd
    equal 'the state' failed "$(property ActiveState)"
    equal 'attempts to start again' 0 "$(property NRestarts)"
    contains 'the journal' "$sites/broken.rules:" "$(journalctl -u govreportd -o cat -n 30)"
    rm $sites/broken.rules
    systemctl start govreportd
}

run_tests
