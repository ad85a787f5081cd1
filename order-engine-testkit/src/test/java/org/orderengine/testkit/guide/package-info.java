/** The examples of {@code docs/testing.md}, which a test holds to be these very lines. */
@NullMarked
package org.orderengine.testkit.guide;

import org.jspecify.annotations.NullMarked;
