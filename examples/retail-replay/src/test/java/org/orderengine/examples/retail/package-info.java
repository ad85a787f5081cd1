/** Tests of the retail replay: rules of matching, odd rows, and the real file against sums of its own. */
@NullMarked
package org.orderengine.examples.retail;

import org.jspecify.annotations.NullMarked;
