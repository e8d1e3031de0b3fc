// One function per verb; each adds its flags to the program and what happens when it is chosen.
#pragma once

#include "app/cli/context.h"

namespace tomocyte {

void add_run(CLI::App& program, Context& context);
void add_acquire(CLI::App& program, Context& context);
void add_find_cells(CLI::App& program, Context& context);
void add_calibrate(CLI::App& program, Context& context);
void add_acquire_smear(CLI::App& acquire, Context& context);  // below `acquire`
void add_simulate(CLI::App& program, Context& context);
void add_reconstruct(CLI::App& program, Context& context);
void add_measure(CLI::App& program, Context& context);
void add_measure_line(CLI::App& program, Context& context);
void add_train(CLI::App& program, Context& context);
void add_evaluate(CLI::App& program, Context& context);
void add_compare(CLI::App& program, Context& context);
void add_classify(CLI::App& program, Context& context);
void add_map(CLI::App& program, Context& context);
void add_model(CLI::App& program, Context& context);
void add_render(CLI::App& program, Context& context);
void add_info(CLI::App& program, Context& context);
void add_export(CLI::App& program, Context& context);
void add_report(CLI::App& program, Context& context);
void add_statistics(CLI::App& program, Context& context);
void add_send(CLI::App& program, Context& context);
void add_devices(CLI::App& program, Context& context);
void add_diagnostics(CLI::App& program, Context& context);
void add_catalog(CLI::App& program, Context& context);           // where Qt's SQL module is
void add_quality(CLI::App& program, Context& context);           // likewise
void add_catalog_users(CLI::App& catalog, Context& context);     // below `catalog`
void add_catalog_settings(CLI::App& catalog, Context& context);  // below `catalog`
void add_bench(CLI::App& program, Context& context);
void add_bench_acquire(CLI::App& bench, Context& context);  // below `bench`
void add_bench_classify(CLI::App& bench, Context& context);
void add_bench_render(CLI::App& bench, Context& context);   // where the window is
void add_bench_catalog(CLI::App& bench, Context& context);  // below `bench`

}  // namespace tomocyte
