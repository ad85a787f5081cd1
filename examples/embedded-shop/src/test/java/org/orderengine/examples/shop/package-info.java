/** The shop, run, killed, and run again. Depends on everything published. */
@NullMarked
package org.orderengine.examples.shop;

import org.jspecify.annotations.NullMarked;
