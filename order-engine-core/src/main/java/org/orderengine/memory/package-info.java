/** The order store that keeps orders in memory, for tests and trials. Depends on {@code spi.store} only. */
@NullMarked
package org.orderengine.memory;

import org.jspecify.annotations.NullMarked;
