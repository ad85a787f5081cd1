/**
 * How an order comes from one version of its process to another. Depends on {@code draft}, {@code child} and {@code flow}.
 */
@NullMarked
package org.orderengine.decision.migrate;

import org.jspecify.annotations.NullMarked;
