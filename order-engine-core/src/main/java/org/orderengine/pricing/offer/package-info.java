/**
 * Offers out of JSON, as people write them. Depends on {@code json} and the SPI. Not exported: hosts read offers by {@code
 * OfferJson}.
 */
@NullMarked
package org.orderengine.pricing.offer;

import org.jspecify.annotations.NullMarked;
