/** Virtual clock and fake services for tests. May depend on everything in core and spi. */
@NullMarked
package org.orderengine.testkit;

import org.jspecify.annotations.NullMarked;
