#include "mlpipe/render_diagnostics.hpp"
