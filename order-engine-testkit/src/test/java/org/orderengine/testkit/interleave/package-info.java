/** Tests of the explorer itself. */
@NullMarked
package org.orderengine.testkit.interleave;

import org.jspecify.annotations.NullMarked;
