#include "CRE2.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <string>
#include <vector>

namespace {

/// Enough for a few hundred patterns at once; beyond it RE2 says so and we search without the set.
constexpr int64_t kSetMemory = 32 << 20;
constexpr size_t kMostGroups = 16;

RE2::Options Options() {
  RE2::Options options(RE2::Quiet);
  options.set_never_nl(true);
  return options;
}

std::string Multiline(const char *bytes, size_t length) {
  return "(?m)" + std::string(bytes, length);
}

size_t Copy(const std::string &text, char *buffer, size_t capacity) {
  const size_t count = std::min(text.size(), capacity);
  std::memcpy(buffer, text.data(), count);
  return count;
}

}  // namespace

struct cre2_pattern {
  cre2_pattern(const std::string &text) : re(text, Options()) {}
  RE2 re;
};

struct cre2_set {
  explicit cre2_set(const RE2::Options &options) : set(options, RE2::UNANCHORED) {}
  RE2::Set set;
};

cre2_pattern *cre2_pattern_new(const char *bytes, size_t length) {
  try {
    return new cre2_pattern(Multiline(bytes, length));
  } catch (...) {
    return nullptr;
  }
}

void cre2_pattern_free(cre2_pattern *pattern) { delete pattern; }

int cre2_pattern_error(const cre2_pattern *pattern) { return static_cast<int>(pattern->re.error_code()); }

size_t cre2_pattern_error_part(const cre2_pattern *pattern, char *buffer, size_t capacity) {
  return Copy(pattern->re.error_arg(), buffer, capacity);
}

size_t cre2_pattern_groups(const cre2_pattern *pattern) {
  return static_cast<size_t>(std::max(0, pattern->re.NumberOfCapturingGroups()));
}

int cre2_pattern_group(const cre2_pattern *pattern, const char *name, size_t length) {
  try {
    const auto &groups = pattern->re.NamedCapturingGroups();
    const auto found = groups.find(std::string(name, length));
    return found == groups.end() ? -1 : found->second;
  } catch (...) {
    return -1;
  }
}

size_t cre2_pattern_group_name(const cre2_pattern *pattern, int number, char *buffer, size_t capacity) {
  const auto &names = pattern->re.CapturingGroupNames();
  const auto found = names.find(number);
  return found == names.end() ? 0 : Copy(found->second, buffer, capacity);
}

int cre2_pattern_match(const cre2_pattern *pattern, const char *text, size_t length, size_t start,
                       ptrdiff_t *ranges, size_t groups) {
  try {
    re2::StringPiece parts[kMostGroups + 1];
    const size_t count = std::min(groups, kMostGroups) + 1;
    const re2::StringPiece whole(text, length);
    if (start > length ||
        !pattern->re.Match(whole, start, length, RE2::UNANCHORED, parts, static_cast<int>(count))) {
      return 0;
    }
    for (size_t index = 0; index <= groups; ++index) {
      const bool matched = index < count && parts[index].data() != nullptr;
      ranges[2 * index] = matched ? parts[index].data() - text : -1;
      ranges[2 * index + 1] =
          matched ? ranges[2 * index] + static_cast<ptrdiff_t>(parts[index].size()) : -1;
    }
    return 1;
  } catch (...) {
    return 0;
  }
}

cre2_set *cre2_set_new(void) {
  try {
    RE2::Options options = Options();
    options.set_max_mem(kSetMemory);
    return new cre2_set(options);
  } catch (...) {
    return nullptr;
  }
}

void cre2_set_free(cre2_set *set) { delete set; }

int cre2_set_add(cre2_set *set, const char *bytes, size_t length) {
  try {
    return set->set.Add(Multiline(bytes, length), nullptr);
  } catch (...) {
    return -1;
  }
}

int cre2_set_compile(cre2_set *set) {
  try {
    return set->set.Compile() ? 1 : 0;
  } catch (...) {
    return 0;
  }
}

int cre2_set_match(const cre2_set *set, const char *text, size_t length, uint8_t *hits, size_t count) {
  try {
    std::vector<int> found;
    RE2::Set::ErrorInfo error = {RE2::Set::kNoError};
    set->set.Match(re2::StringPiece(text, length), &found, &error);
    if (error.kind != RE2::Set::kNoError) return -1;
    for (const int index : found) {
      if (index >= 0 && static_cast<size_t>(index) < count) hits[index] = 1;
    }
    return 0;
  } catch (...) {
    return -1;
  }
}
