/** JMH benchmarks of the engine and its stores, and the floors they are measured against. */
@NullMarked
package org.orderengine.benchmarks;

import org.jspecify.annotations.NullMarked;
