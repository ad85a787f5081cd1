/** Tests of the testkit. */
@NullMarked
package org.orderengine.testkit;

import org.jspecify.annotations.NullMarked;
