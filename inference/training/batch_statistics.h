// The means and variances that batch norm uses outside of training, measured over many cells with the weights held
// still (Wu & Johnson 2021, "Rethinking 'Batch' in BatchNorm", section 3). The usual running averages over the last ten
// batches of eight cells lag behind weights that still change: the same network then had 54 % of the validation cells
// right instead of 81 %. Internal: includes LibTorch.
#pragma once

#include <torch/torch.h>

#include <functional>

namespace tomocyte {

// `show_cells` runs the network on the cells, batch by batch; their statistics are averaged. The network is left in
// evaluation mode.
void measure_batch_statistics(torch::nn::Module& network, const std::function<void()>& show_cells);

}  // namespace tomocyte
