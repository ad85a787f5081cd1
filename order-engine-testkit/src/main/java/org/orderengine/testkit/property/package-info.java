/**
 * Properties of process definitions: paths through them, random lives of orders on the real engine, and the invariants of the flow
 * that must hold in every one. Depends on the testkit's fakes, jqwik, and everything in core and spi.
 */
@NullMarked
package org.orderengine.testkit.property;

import org.jspecify.annotations.NullMarked;
