/** Tests of what is counted and shown of a test run. */
@NullMarked
package org.orderengine.testkit.coverage;

import org.jspecify.annotations.NullMarked;
