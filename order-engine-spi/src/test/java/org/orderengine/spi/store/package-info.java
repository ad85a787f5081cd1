/** Tests of what orders are found by, as values. */
@NullMarked
package org.orderengine.spi.store;

import org.jspecify.annotations.NullMarked;
