// A figure as a file, on white: PNG (two picture pixels per figure pixel) or SVG, by the name's ending.
#pragma once

#include <QSize>
#include <filesystem>

#include "ui/plots/plot_frame.h"

namespace tomocyte {

// Replaces `path` atomically. Call it from the main thread. Throws InputError (another ending), FileError.
void saveFigure(const std::filesystem::path& path, const QSize& size, const Figure& figure);

}  // namespace tomocyte
