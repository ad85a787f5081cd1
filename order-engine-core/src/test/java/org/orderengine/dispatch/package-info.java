/** Tests of how work is carried through. */
@NullMarked
package org.orderengine.dispatch;

import org.jspecify.annotations.NullMarked;
