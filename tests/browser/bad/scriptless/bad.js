document.querySelector("main").insertAdjacentHTML("beforeend", "<ul><li><a href=\"/isi\">Isi</a></li></ul>");
