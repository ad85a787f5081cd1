/** Tests of offers and policies as values. */
@NullMarked
package org.orderengine.spi.pricing;

import org.jspecify.annotations.NullMarked;
