/**
 * How an order comes from one version of its process to another. Depends on {@code draft} and {@code child}.
 */
@NullMarked
package org.orderengine.decision.migrate;

import org.jspecify.annotations.NullMarked;
