#include "CRE2.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstring>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace {

/// More groups than these take memory of their own.
constexpr size_t kFewGroups = 16;

RE2::Options Options() {
  RE2::Options options(RE2::Quiet);
  options.set_never_nl(true);
  return options;
}

size_t Copy(const std::string &text, char *buffer, size_t capacity) {
  const size_t count = std::min(text.size(), capacity);
  std::memcpy(buffer, text.data(), count);
  return count;
}

/// Whether the syntax is right, which is a twentieth of the work of compiling.
bool Parses(std::string_view text) {
  RE2::Set set(Options(), RE2::UNANCHORED);
  return set.Add(re2::StringPiece(text.data(), text.size()), nullptr) >= 0;
}

/// Instructions of a program that fits into RE2's own limit with room to spare.
constexpr size_t kSurelyFits = 100000;

/// No fewer instructions than a pattern compiles to, roughly; a class of characters is a tree of bytes.
constexpr size_t kLiteral = 4, kClass = 60, kProperty = 400;

/// The end of the bracketed class that begins at `index`.
size_t EndOfClass(const std::string &text, size_t index) {
  ++index;
  if (index < text.size() && text[index] == '^') ++index;
  for (bool first = true; index < text.size() && (first || text[index] != ']'); first = false) {
    const size_t named = text.compare(index, 2, "[:") == 0 ? text.find(":]", index + 2) : std::string::npos;
    if (named != std::string::npos) {
      index = named + 2;
    } else {
      index += text[index] == '\\' ? 2 : 1;
    }
  }
  return std::min(index + 1, text.size());
}

/// Reads the names of the groups; false for what is left to RE2: other syntax, and names that are wrong.
bool ReadGroups(const std::string &text, std::vector<std::string> *names) {
  for (size_t index = 0; index < text.size();) {
    if (text[index] == '\\') {
      if (text.compare(index, 2, "\\Q") == 0) return false;
      index += 2;
    } else if (text[index] == '[') {
      index = EndOfClass(text, index);
    } else if (text[index++] != '(') {
      continue;
    } else if (index >= text.size() || text[index] != '?') {
      names->emplace_back();
    } else if (text.compare(index, 3, "?P<") == 0) {
      const size_t end = text.find('>', index);
      if (end == std::string::npos) return false;
      const std::string name = text.substr(index + 3, end - index - 3);
      const bool plain = !name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char byte) {
        return byte == '_' || byte >= 0x80 || std::isalnum(byte);
      });
      if (!plain || std::find(names->begin(), names->end(), name) != names->end()) return false;
      names->push_back(name);
    }
  }
  return true;
}

/// The greater bound of the counted repetition at `index`, 1 when none stands there.
size_t Bound(const std::string &text, size_t index) {
  if (index >= text.size() || text[index] != '{') return 1;
  size_t bound = 0, number = 0;
  for (++index; index < text.size() && (std::isdigit(static_cast<unsigned char>(text[index])) || text[index] == ',');
       ++index) {
    number = text[index] == ',' ? 0 : std::min<size_t>(number * 10 + static_cast<size_t>(text[index] - '0'), 100000);
    bound = std::max(bound, number);
  }
  return std::max<size_t>(bound, 1) + 1;
}

/// What a repetition multiplies stays below this, however often it is nested.
constexpr size_t kFarTooMany = 1000000;

/// Groups within groups are followed so far; what is deeper is left to RE2, which needs no stack for it.
constexpr int kDeepest = 200;

/// More than these times, counted repetitions within each other multiplied, RE2 repeats nothing.
constexpr size_t kMostRepeats = 1000;

/// What a pattern takes, told from its text alone.
struct Size {
  /// An upper bound of the instructions.
  size_t instructions = 0;
  /// How many times the counted repetitions around any part of it repeat that.
  size_t repeats = 1;
};

/// Up to the end of the group that `index` is in.
Size Estimate(const std::string &text, size_t *index, int depth) {
  Size total;
  if (depth > kDeepest) {
    *index = text.size();
    return {kFarTooMany, kFarTooMany};
  }
  while (*index < text.size() && text[*index] != ')') {
    size_t weight = kLiteral, repeats = 1;
    if (text[*index] == '\\') {
      const bool property = text.compare(*index, 3, "\\p{") == 0 || text.compare(*index, 3, "\\P{") == 0;
      weight = property ? kProperty : kLiteral;
      const size_t end = property ? text.find('}', *index) : std::string::npos;
      *index = end == std::string::npos ? *index + 2 : end + 1;
    } else if (text[*index] == '[') {
      const size_t end = EndOfClass(text, *index);
      const std::string_view inner(text.data() + *index, end - *index);
      weight = inner.find("\\p") != inner.npos || inner.find("\\P") != inner.npos
                   ? kProperty + kClass
                   : std::max(kClass, kLiteral * inner.size());
      *index = end;
    } else if (text[*index] == '(') {
      ++*index;
      const Size inner = Estimate(text, index, depth + 1);
      weight = kLiteral + inner.instructions;
      repeats = inner.repeats;
      ++*index;
    } else {
      weight = text[*index] == '.' ? kClass : kLiteral;
      ++*index;
    }
    const size_t bound = Bound(text, *index);
    total.instructions = std::min(kFarTooMany, total.instructions + weight * bound);
    total.repeats = std::min(kFarTooMany, std::max(total.repeats, repeats * bound));
  }
  return total;
}

Size Estimate(const std::string &text) {
  Size total;
  // A bracket too many is for RE2 to find.
  for (size_t index = 0; index < text.size(); ++index) {
    const Size part = Estimate(text, &index, 0);
    total.instructions += part.instructions;
    total.repeats = std::max(total.repeats, part.repeats);
  }
  return total;
}

}  // namespace

/// Compiled when it is first needed: most patterns of a rule folder are never run over most reports.
struct cre2_pattern {
  cre2_pattern(const char *bytes, size_t length, bool is_of_line, bool well_formed)
      : text(bytes, length), of_line(is_of_line) {
    if (ReadGroups(text, &names)) {
      const Size size = Estimate(text);
      const bool fits = size.instructions <= kSurelyFits;
      if (fits && ((well_formed && size.repeats <= kMostRepeats) || Parses(text))) return;
    }
    sound = Compiled().ok();
    names.assign(static_cast<size_t>(std::max(0, re->NumberOfCapturingGroups())), std::string());
    for (const auto &[number, name] : re->CapturingGroupNames()) names[static_cast<size_t>(number) - 1] = name;
  }

  const RE2 &Compiled() const {
    // RE2 looks for a pattern that can only end where the text does from there, but not in its multi-line mode.
    std::call_once(once, [this] { re = std::make_unique<RE2>((of_line ? "" : "(?m)") + text, Options()); });
    return *re;
  }

  /// As it was found when it was made.
  bool IsSound() const { return sound; }

  std::string text;
  /// Whether `^` and `$` are the ends of the text.
  bool of_line;
  /// Of the capturing groups in order; empty for one without a name.
  std::vector<std::string> names;

 private:
  bool sound = true;
  mutable std::once_flag once;
  mutable std::unique_ptr<RE2> re;
};

cre2_pattern *cre2_pattern_new(const char *bytes, size_t length, bool of_line, bool well_formed) {
  try {
    return new cre2_pattern(bytes, length, of_line, well_formed);
  } catch (...) {
    return nullptr;
  }
}

void cre2_pattern_free(cre2_pattern *pattern) { delete pattern; }

const char *cre2_pattern_text(const cre2_pattern *pattern) { return pattern->text.data(); }

size_t cre2_pattern_length(const cre2_pattern *pattern) { return pattern->text.size(); }

int cre2_pattern_error(const cre2_pattern *pattern) {
  return pattern->IsSound() ? 0 : static_cast<int>(pattern->Compiled().error_code());
}

size_t cre2_pattern_error_part(const cre2_pattern *pattern, char *buffer, size_t capacity) {
  return pattern->IsSound() ? 0 : Copy(pattern->Compiled().error_arg(), buffer, capacity);
}

size_t cre2_pattern_groups(const cre2_pattern *pattern) { return pattern->names.size(); }

size_t cre2_pattern_group_name(const cre2_pattern *pattern, int number, char *buffer, size_t capacity) {
  if (number < 1 || static_cast<size_t>(number) > pattern->names.size()) return 0;
  return Copy(pattern->names[static_cast<size_t>(number) - 1], buffer, capacity);
}

bool cre2_pattern_match(const cre2_pattern *pattern, const char *text, size_t length, size_t start, size_t end,
                        bool anchored, ptrdiff_t *ranges, size_t groups) {
  try {
    const RE2::Anchor anchor = anchored ? RE2::ANCHOR_START : RE2::UNANCHORED;
    const re2::StringPiece whole(text, length);
    if (start > end || end > length) return false;
    if (!ranges) return pattern->Compiled().Match(whole, start, end, anchor, nullptr, 0);
    re2::StringPiece few[kFewGroups + 1];
    std::vector<re2::StringPiece> many(groups > kFewGroups ? groups + 1 : 0);
    re2::StringPiece *parts = many.empty() ? few : many.data();
    if (!pattern->Compiled().Match(whole, start, end, anchor, parts, static_cast<int>(groups) + 1)) {
      return false;
    }
    for (size_t index = 0; index <= groups; ++index) {
      const bool matched = parts[index].data() != nullptr;
      ranges[2 * index] = matched ? parts[index].data() - text : -1;
      ranges[2 * index + 1] =
          matched ? ranges[2 * index] + static_cast<ptrdiff_t>(parts[index].size()) : -1;
    }
    return true;
  } catch (...) {
    return false;
  }
}
