/** Tests of the engine as a whole, with the fakes around it. */
@NullMarked
package org.orderengine.testkit.engine;

import org.jspecify.annotations.NullMarked;
