/** Tests of the paths, lives and invariants that the testkit offers, and of what they find. */
@NullMarked
package org.orderengine.testkit.property;

import org.jspecify.annotations.NullMarked;
