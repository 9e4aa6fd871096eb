// Runs only where ES modules are unknown (compatibility mode): shows the line that asks for a change.
document.addEventListener("DOMContentLoaded", function () {
  var line = document.getElementById("old-browser");
  line.removeAttribute("hidden");
  line.style.display = "block";
});
