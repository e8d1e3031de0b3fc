// A stage that moves where it should not breaks slides and objectives: somebody at the instrument says that it may.
#pragma once

#include <CLI/CLI.hpp>

#include "acquisition/instrument/connected_instrument.h"

namespace tomocyte {

// --may-move
CLI::Option* add_may_move(CLI::App& verb, bool& allowed);

// Asks at the terminal, unless it was allowed on the command line or the stage is simulated. Throws InputError when it
// may not move, or nobody can be asked.
void ask_may_move(const ConnectedInstrument& instrument, bool allowed);

// Those that are not connected and why, on standard error.
void print_failed_devices(const ConnectedInstrument& instrument);

}  // namespace tomocyte
