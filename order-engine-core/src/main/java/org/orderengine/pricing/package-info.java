/**
 * What an order costs and why: quotes, allocation, offers, taxes, and the shares that units are worth when they come back.
 * Pure functions over {@code model} and {@code spi.pricing}; depends on nothing else of the core.
 */
@NullMarked
package org.orderengine.pricing;

import org.jspecify.annotations.NullMarked;
