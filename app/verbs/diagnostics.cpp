// tomocyte diagnostics: what support asks for first.
#include "app/workflow/diagnostics.h"

#include <nlohmann/json.hpp>

#include "app/verbs/verbs.h"

namespace tomocyte {

void add_diagnostics(CLI::App& program, Context& context) {
  add_verb(program, context, "diagnostics", "Versions, machine, devices and models, for support", false, [&context] {
    const std::vector<Fact> facts = program_facts();
    nlohmann::ordered_json json;
    for (const Fact& fact : facts) json[fact.name] = fact.value;
    std::string text = to_text(facts);
    text.pop_back();
    print_result(context, json.dump(2), text);
    return kSuccess;
  });
}

}  // namespace tomocyte
