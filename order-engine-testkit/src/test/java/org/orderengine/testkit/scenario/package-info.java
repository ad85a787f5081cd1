/** Tests of scenarios: reading, running, comparing. */
@NullMarked
package org.orderengine.testkit.scenario;

import org.jspecify.annotations.NullMarked;
