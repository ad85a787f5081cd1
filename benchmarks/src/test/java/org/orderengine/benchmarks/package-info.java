/** Shows that what is measured does what it says. Nothing is timed here. */
@NullMarked
package org.orderengine.benchmarks;

import org.jspecify.annotations.NullMarked;
