/// Where pictures are made: an order goes in, finished PNG files come out.
///
/// The command line and the host draw through the same [dev.darkroom.app.studio.LocalStudio], so a
/// picture is the same bytes whoever asked for it. Nothing here prints, or knows HTTP.
package dev.darkroom.app.studio;
